import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { lambdaServer } from './harness/listen.ts'
import { describeTable } from './harness/table.ts'

/** `@middy/http-cors` 6, on functions behind an API Gateway. */
const middy: Library = { name: '@middy/http-cors', listen: lambdaServer, vary: 'by the library' }

describeTable({
  library: middy,
  source: code`
    import middy from '@middy/core'
    import httpCors from '@middy/http-cors'

    const listOrders = async () => ({ statusCode: 200, body: JSON.stringify([{ id: 1 }]) })

    export const handler = middy().use(httpCors(OPTIONS)).handler(listOrders)
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `{}`, outcome: 'sound' },
    { options: `{ credentials: true }`, outcome: 'sound' },
    { options: `{ origin: '*' }`, outcome: 'anyone' },
    { options: `{ origin: '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: '*', credentials: 'true' }`, outcome: 'echoed' },
    { options: `{ origin: '*', credentials: false }`, outcome: 'anyone' },
    { options: `{ origins: ['*'] }`, outcome: 'anyone' },
    { options: `{ origins: ['*'], credentials: true }`, outcome: 'echoed' },
    { options: `{ origins: ['https://app.example.com', '*'], credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: '*', origins: ['https://app.example.com'] }`, outcome: 'anyone' },
    { options: `{ origin: '*', origins: ['https://app.example.com'], credentials: true }`, outcome: 'echoed' },
    { options: `{ origins: '*', credentials: true }`, outcome: 'echoed' },
    { options: `{ origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `{ origins: ['https://app.example.com'] }`, outcome: 'sound' },
    {
      options: `{ origins: ['https://app.example.com', 'https://admin.example.com'], credentials: true }`,
      outcome: 'sound',
    },
    {
      options: `{ origins: ['https://*.example.com'], credentials: true }`,
      outcome: 'lookalike',
      silent: 'whoever has a domain has its subdomains',
    },
    { options: `{ origins: ['https://*'], credentials: true }`, outcome: 'sound' },
    { options: `{ origins: ['https://*.app.example.com'], credentials: true }`, outcome: 'sound' },
    {
      options: `{ origins: ['https://*example.com'], credentials: true }`,
      outcome: 'lookalike',
      credentials: { repaired: true, reason: 'the pattern takes one label only' },
    },
    { options: `{ origins: ['https://app.example.*'], credentials: true }`, outcome: 'lookalike' },
    { options: `{ origin: 'null' }`, outcome: 'opaque' },
    { options: `{ origins: ['null', 'https://app.example.com'], credentials: true }`, outcome: 'opaque' },
    { options: `{ origin: true }`, outcome: 'stops' },
    { options: String.raw`{ origins: [/example\.com$/] }`, outcome: 'stops' },
    { options: `{ origin: ['https://app.example.com'], credentials: true }`, outcome: 'sound' },
    { options: `{ origin: false }`, outcome: 'sound' },
    { options: `{ allowedOrigins: ['*'], credentials: true }`, outcome: 'sound' },
  ],
})

describeTable({
  library: middy,
  format: 'ts',
  source: code`
    import middy from '@middy/core'
    import cors from '@middy/http-cors'
    import type { APIGatewayProxyEvent, APIGatewayProxyResult } from 'aws-lambda'

    const TRUSTED: readonly string[] = (process.env.TRUSTED_ORIGINS ?? '').split(',')

    async function getProfile(event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> {
      return { statusCode: 200, body: JSON.stringify({ path: event.path }) }
    }

    export const handler = middy(getProfile).use(
      cors({
        disableBeforePreflightResponse: false,
        methods: 'GET,PUT',
        headers: 'Content-Type,Authorization,X-Test',
        credentials: true,
        OPTIONS
      }),
    )
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `origin: '*',`, outcome: 'echoed' },
    { options: `origins: ['*'],`, outcome: 'echoed' },
    {
      options: `origin: process.env.ALLOW_ORIGIN,`,
      outcome: 'sound',
      env: { ALLOW_ORIGIN: 'https://app.example.com' },
    },
    { options: `origin: process.env.ALLOW_ORIGIN ?? '*',`, outcome: 'echoed', env: { ALLOW_ORIGIN: undefined } },
    {
      options: `origin: process.env.STAGE === 'prod' ? 'https://app.example.com' : '*',`,
      outcome: 'sound',
      env: { STAGE: 'prod', NODE_ENV: 'production' },
    },
    { options: `origins: [...TRUSTED],`, outcome: 'sound', env: { TRUSTED_ORIGINS: 'https://app.example.com' } },
    { options: `getOrigin: (incomingOrigin: string) => incomingOrigin,`, outcome: 'echoed' },
    { options: `getOrigin: (origin: string) => (TRUSTED.includes(origin) ? origin : null),`, outcome: 'sound' },
    {
      options: String.raw`getOrigin: (origin: string) => (/example\.com$/.test(origin) ? origin : 'https://app.example.com'),`,
      outcome: 'lookalike',
    },
    {
      options: String.raw`getOrigin: (origin = '') => (/^https:\/\/[a-z]+\.app\.example\.com$/.test(origin) ? origin : ''),`,
      outcome: 'sound',
    },
    { options: `getOrigin: () => '*',`, outcome: 'conflict' },
    { options: `getOrigin: () => 'https://app.example.com',`, outcome: 'sound' },
    { options: `origins: ['https://app.example.com', 'https://www.example.com'],`, outcome: 'sound' },
  ],
})
