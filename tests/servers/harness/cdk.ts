import { createServer, type IncomingMessage, type Server } from 'node:http'

import type { Exports, Library } from './case.ts'

/** What a synthesised template says about CORS: the properties that API Gateway, Lambda and S3 go by. */
interface Resource {
  readonly Type: string
  readonly Properties?: {
    readonly HttpMethod?: string
    readonly Integration?: { readonly IntegrationResponses?: readonly MockResponse[] }
    readonly Cors?: Configuration
    readonly CorsConfiguration?: Configuration & { readonly CorsRules?: readonly S3Rule[] }
  }
}

interface MockResponse {
  readonly ResponseParameters?: Readonly<Record<string, string>>
  readonly ResponseTemplates?: Readonly<Record<string, string>>
}

interface Configuration {
  readonly AllowOrigins?: readonly string[]
  readonly AllowCredentials?: boolean
}

interface S3Rule {
  readonly AllowedOrigins?: readonly string[]
}

interface Stack {
  resolve(value: unknown): { readonly Resources?: Readonly<Record<string, Resource>> }
  _toCloudFormation(): unknown
}

/** The headers of CORS for a request of an origin. */
type Answer = (origin: string | undefined) => Readonly<Record<string, string>>

/**
 * `export const stack = new Stack(…)`: a server that answers as the synthesised template tells the services to. What
 * the service hands requests on to is taken to answer like it does.
 *
 * An HTTP API, a function URL and S3 compare origins by themselves, as their documentation says: `*` is answered with
 * `*`, a `*` inside of an origin stands for any text, and S3 allows credentials to every origin that it names. A REST
 * API gets its answers written out: a header, and a template that exchanges it.
 */
export const cdk: Library = {
  name: 'aws-cdk-lib',
  vary: 'by the library',
  listen({ stack }: Exports): Server {
    const main = stack as Stack
    // Where the service is not given any CORS, there is none.
    const answer =
      Object.values(templateOf(main))
        .map(answerOf)
        .find((one) => one !== undefined) ?? (() => ({}))
    return createServer((req: IncomingMessage, res) => {
      for (const [name, value] of Object.entries<string>(answer(req.headers.origin))) res.setHeader(name, value)
      res.end()
    })
  },
}

/** `app.synth()` gives the same, after it has loaded the schemas of all services to validate it. */
function templateOf(stack: Stack): Readonly<Record<string, Resource>> {
  return stack.resolve(stack._toCloudFormation()).Resources ?? {}
}

function answerOf({ Type, Properties = {} }: Resource): Answer | undefined {
  const { HttpMethod, Integration, Cors, CorsConfiguration } = Properties
  if (Type === 'AWS::ApiGateway::Method' && HttpMethod === 'OPTIONS')
    return mocked(Integration?.IntegrationResponses?.[0] ?? {})
  if (Type === 'AWS::ApiGatewayV2::Api' && CorsConfiguration) return matched(CorsConfiguration)
  if (Type === 'AWS::Lambda::Url' && Cors) return matched(Cors)
  if (Type !== 'AWS::S3::Bucket' || !CorsConfiguration) return undefined
  const origins = (CorsConfiguration.CorsRules ?? []).flatMap(({ AllowedOrigins = [] }) => AllowedOrigins)
  const isNamed = !origins.includes('*')
  return matched({ AllowOrigins: origins, AllowCredentials: isNamed })
}

function mocked({ ResponseParameters = {}, ResponseTemplates = {} }: MockResponse): Answer {
  const headers = Object.fromEntries(
    Object.entries(ResponseParameters).map(([name, value]) => [
      name.replace('method.response.header.', ''),
      value.replaceAll("'", ''),
    ]),
  )
  const others = [
    ...Object.values(ResponseTemplates)
      .join('')
      .matchAll(/\$origin == "([^"]+)"/g),
  ].map(([, one = '']) => one)
  return (origin) =>
    origin !== undefined && others.includes(origin) ? { ...headers, 'Access-Control-Allow-Origin': origin } : headers
}

function matched({ AllowOrigins = [], AllowCredentials = false }: Configuration): Answer {
  const credentials: Record<string, string> = AllowCredentials ? { 'Access-Control-Allow-Credentials': 'true' } : {}
  return (origin) => {
    if (origin === undefined) return {}
    if (AllowOrigins.includes('*')) return { 'Access-Control-Allow-Origin': '*', ...credentials }
    return AllowOrigins.some((allowed) => isMatch(allowed, origin))
      ? { 'Access-Control-Allow-Origin': origin, ...credentials, Vary: 'Origin' }
      : {}
  }
}

function isMatch(allowed: string, origin: string): boolean {
  const [start = '', ...rest] = allowed.split('*')
  const end = rest.at(-1)
  if (end === undefined) return origin === allowed
  return origin.length >= start.length + end.length && origin.startsWith(start) && origin.endsWith(end)
}
