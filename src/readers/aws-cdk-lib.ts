import { optionReader } from '../options/reader.ts'
import type { LibraryData, OptionLibraryData, OriginSemantics, Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

/** As synthesised: lists of origins, and the constant that stands for all of them. */
const ORIGIN: OriginSemantics = {
  absent: 'none',
  undefined: 'none',
  null: 'none',
  empty: 'stops',
  false: 'none',
  true: 'stops',
  star: 'stops',
  text: 'stops',
  everyone: {
    modules: ['aws-cdk-lib', 'aws-cdk-lib/aws-apigateway', 'monocdk'],
    names: ['Cors.ALL_ORIGINS', 'aws_apigateway.Cors.ALL_ORIGINS'],
  },
  list: 'compared',
  emptyList: 'none',
  starInList: 'anyone',
  regexp: 'stops',
  other: 'stops',
  function: 'stops',
}

/** `*` inside of an origin stands for any text. */
const GLOBBED: OriginSemantics = { ...ORIGIN, globs: { in: 'list', star: '.*' } }

const LIBRARY: Omit<LibraryData, 'label' | 'options'> = {
  id: 'aws-cdk-lib',
  version: '2.276.0',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: false,
  allowlist: 'list',
  defaultMethods: undefined,
}

type Options = LibraryData['options']

const GATEWAY_OPTIONS: Options = [
  { name: 'allowOrigins', part: 'origin' },
  { name: 'allowMethods', part: 'methods', absent: 'the service decides which methods preflights allow' },
  { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow no header that has to be asked for' },
  { name: 'exposeHeaders', part: 'exposedHeaders' },
  { name: 'allowCredentials', part: 'credentials' },
  { name: 'maxAge', part: 'maxAge' },
  { name: 'disableCache', part: undefined, absent: 'preflights are kept' },
  { name: 'statusCode', part: undefined, absent: 'preflights are answered with 204' },
]

const SERVICE_OPTIONS: Options = [
  { name: 'allowedOrigins', part: 'origin' },
  { name: 'allowedMethods', part: 'methods', absent: 'preflights allow every method' },
  { name: 'allowedHeaders', part: 'allowedHeaders', absent: 'preflights allow no header that has to be asked for' },
  { name: 'exposedHeaders', part: 'exposedHeaders' },
  { name: 'allowCredentials', part: 'credentials' },
  { name: 'maxAge', part: 'maxAge' },
  { name: 'id', part: undefined, absent: 'the rule has no name' },
]

const MENTION = /["'`](?:aws-cdk-lib|@aws-cdk\/)/

const SHARED: Pick<OptionLibraryData, 'credentials' | 'bare' | 'mention' | 'answersPreflights'> = {
  credentials: { absent: false, on: 'true' },
  bare: { other: 'off' },
  mention: MENTION,
  answersPreflights: true,
}

/** What a construct of a module of the library is given: its third argument, after the scope and the name. */
function construct(module: string, names: readonly string[], path: readonly string[]): readonly Place[] {
  const options = { type: 'new', argument: 2, path, absent: 'off' } as const
  return [
    { ...options, modules: [`aws-cdk-lib/${module}`], names },
    { ...options, modules: ['aws-cdk-lib'], names: names.map((name) => `${module.replaceAll('-', '_')}.${name}`) },
  ]
}

function method(name: string, argument: number, path: readonly string[]): Place {
  return { type: 'method', methods: [name], mention: MENTION, argument, path, absent: 'off' }
}

/** `RestApi`: answers of a mock. Its list is compared letter by letter, and `*` does not go with others. */
const restApi = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`RestApi` of the AWS CDK', options: GATEWAY_OPTIONS },
  origin: { ...ORIGIN, absent: 'stops', undefined: 'stops', emptyList: 'stops', starAmongOthers: 'stops' },
  places: [
    ...construct(
      'aws-apigateway',
      ['RestApi', 'LambdaRestApi', 'StepFunctionsRestApi', 'Resource', 'ProxyResource'],
      ['defaultCorsPreflightOptions'],
    ),
    method('addCorsPreflight', 0, []),
    method('addResource', 1, ['defaultCorsPreflightOptions']),
  ],
  types: [{ modules: ['aws-cdk-lib/aws-apigateway'], names: ['CorsOptions'] }],
})

/** `HttpApi`: `*` with credentials is not synthesised. */
const httpApi = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`HttpApi` of the AWS CDK', options: GATEWAY_OPTIONS },
  origin: GLOBBED,
  refusesOpenCredentials: { unless: undefined },
  places: construct('aws-apigatewayv2', ['HttpApi'], ['corsPreflight']),
  types: [{ modules: ['aws-cdk-lib/aws-apigatewayv2'], names: ['CorsPreflightOptions'] }],
})

/** The resources of CloudFormation as they are, which nothing checks. */
const plainApi = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: 'CloudFormation', options: GATEWAY_OPTIONS },
  origin: GLOBBED,
  places: [
    ...construct('aws-apigatewayv2', ['CfnApi'], ['corsConfiguration']),
    ...construct('aws-lambda', ['CfnUrl'], ['cors']),
  ],
})

const functionUrl = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`FunctionUrl` of the AWS CDK', options: SERVICE_OPTIONS },
  origin: GLOBBED,
  places: [method('addFunctionUrl', 0, ['cors']), ...construct('aws-lambda', ['FunctionUrl'], ['cors'])],
  types: [{ modules: ['aws-cdk-lib/aws-lambda'], names: ['FunctionUrlCorsOptions'] }],
})

/** S3 allows credentials to every origin that it names, and not with `*`. */
const bucket = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    label: '`Bucket` of the AWS CDK',
    wildcardWithCredentials: 'dropped',
    options: SERVICE_OPTIONS,
  },
  origin: GLOBBED,
  credentials: { absent: true, on: 'true' },
  places: [...construct('aws-s3', ['Bucket'], ['cors', '[]']), method('addCorsRule', 0, [])],
  types: [{ modules: ['aws-cdk-lib/aws-s3'], names: ['CorsRule'] }],
})

/** `aws-cdk-lib` 2.276.0: judged by the template that it synthesises. */
export const cdkReaders: readonly Reader[] = [restApi, httpApi, plainApi, functionUrl, bucket]
