import { vi } from 'vitest'

import { cdk } from './harness/cdk.ts'
import { code } from './harness/code.ts'
import { describeTable } from './harness/table.ts'

// The first of them loads the library.
vi.setConfig({ testTimeout: 60_000 })

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib RestApi' },
  format: 'ts',
  source: code`
    import { App, Duration, Stack } from 'aws-cdk-lib'
    import * as apigateway from 'aws-cdk-lib/aws-apigateway'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export const stack = new Stack(new App(), 'Orders')

    const api = new apigateway.RestApi(stack, 'Api', {
      restApiName: 'orders',
      OPTIONS
    })
    api.root.addMethod('GET')
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `defaultCorsPreflightOptions: undefined,`, outcome: 'sound' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: apigateway.Cors.ALL_ORIGINS },`, outcome: 'anyone' },
    {
      options: `defaultCorsPreflightOptions: {
        allowOrigins: apigateway.Cors.ALL_ORIGINS,
        allowMethods: apigateway.Cors.ALL_METHODS,
        maxAge: Duration.minutes(10),
      },`,
      outcome: 'anyone',
    },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['*'] },`, outcome: 'anyone' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['*'], allowCredentials: true },`, outcome: 'conflict' },
    {
      options: `defaultCorsPreflightOptions: { allowOrigins: apigateway.Cors.ALL_ORIGINS, allowCredentials: true },`,
      outcome: 'conflict',
    },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['*'], allowCredentials: false },`, outcome: 'anyone' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['*', 'https://app.example.com'] },`, outcome: 'stops' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: [] },`, outcome: 'stops' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ALLOWED, allowCredentials: true },`, outcome: 'sound' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['https://app.example.com'] },`, outcome: 'sound' },
    { options: `defaultCorsPreflightOptions: { allowOrigins: ['null', ...ALLOWED] },`, outcome: 'opaque' },
    {
      options: `defaultCorsPreflightOptions: { allowOrigins: [process.env.APP_ORIGIN ?? '*'] },`,
      outcome: 'anyone',
      env: { APP_ORIGIN: undefined },
    },
    {
      options: `defaultCorsPreflightOptions: {
        allowOrigins: process.env.NODE_ENV === 'production' ? ALLOWED : apigateway.Cors.ALL_ORIGINS,
      },`,
      outcome: 'sound',
      env: { NODE_ENV: 'production' },
    },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib addCorsPreflight' },
  source: code`
    import { App, Stack } from 'aws-cdk-lib'
    import { Cors, RestApi } from 'aws-cdk-lib/aws-apigateway'

    const allowed = new Set(['https://app.example.com'])

    class OrdersStack extends Stack {
      constructor(scope, id, props) {
        super(scope, id, props)
        const api = new RestApi(this, 'Api', {})
        const orders = api.root.addResource('orders')
        orders.addMethod('GET')
        orders.addCorsPreflight(OPTIONS)
      }
    }

    export const stack = new OrdersStack(new App(), 'Orders')
  `,
  rows: [
    { options: `{ allowOrigins: Cors.ALL_ORIGINS }`, outcome: 'anyone' },
    { options: `{ allowOrigins: ['*'], allowMethods: ['GET', 'PUT'] }`, outcome: 'anyone' },
    { options: `{ allowOrigins: ['*'], allowCredentials: true }`, outcome: 'conflict' },
    { options: `{ allowOrigins: ['https://app.example.com'], allowCredentials: true }`, outcome: 'sound' },
    { options: `{ allowOrigins: [...allowed], allowCredentials: true }`, outcome: 'sound' },
    { options: `{}`, outcome: 'stops' },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib HttpApi' },
  format: 'ts',
  source: code`
    import { App, Duration, Stack } from 'aws-cdk-lib'
    import { CorsHttpMethod, HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export const stack = new Stack(new App(), 'Orders')

    new HttpApi(stack, 'HttpApi', {
      apiName: 'orders',
      OPTIONS
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `corsPreflight: {},`, outcome: 'sound' },
    { options: `corsPreflight: { allowCredentials: true },`, outcome: 'sound' },
    { options: `corsPreflight: { allowOrigins: ['*'] },`, outcome: 'anyone' },
    {
      options: `corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [CorsHttpMethod.ANY],
        allowHeaders: ['*'],
        maxAge: Duration.days(1),
      },`,
      outcome: 'anyone',
    },
    { options: `corsPreflight: { allowOrigins: ['*'], allowCredentials: true },`, outcome: 'stops' },
    { options: `corsPreflight: { allowOrigins: ['https://*'], allowCredentials: true },`, outcome: 'echoed' },
    { options: `corsPreflight: { allowOrigins: ['http://*', 'https://*'] },`, outcome: 'echoed' },
    {
      options: `corsPreflight: { allowOrigins: ['https://app.example.com'], allowCredentials: true },`,
      outcome: 'sound',
    },
    { options: `corsPreflight: { allowOrigins: ALLOWED, allowCredentials: true },`, outcome: 'sound' },
    { options: `corsPreflight: { allowOrigins: [...ALLOWED, 'null'], allowCredentials: true },`, outcome: 'opaque' },
    { options: `corsPreflight: { allowOrigins: [] },`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib addFunctionUrl' },
  source: code`
    import { App, Stack } from 'aws-cdk-lib'
    import * as lambda from 'aws-cdk-lib/aws-lambda'

    export const stack = new Stack(new App(), 'Orders')

    const fn = new lambda.Function(stack, 'Fn', {
      runtime: lambda.Runtime.NODEJS_LATEST,
      handler: 'index.handler',
      code: lambda.Code.fromInline('exports.handler = async () => ({ statusCode: 200 })'),
    })

    fn.addFunctionUrl({
      authType: lambda.FunctionUrlAuthType.NONE,
      OPTIONS
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: {},`, outcome: 'sound' },
    { options: `cors: { allowedOrigins: ['*'] },`, outcome: 'anyone' },
    { options: `cors: { allowedOrigins: ['*'], allowCredentials: true },`, outcome: 'conflict' },
    { options: `cors: { allowedOrigins: ['*'], allowedMethods: [lambda.HttpMethod.ALL] },`, outcome: 'anyone' },
    { options: `cors: { allowedOrigins: ['https://app.example.com'], allowCredentials: true },`, outcome: 'sound' },
    { options: `cors: { allowedOrigins: ['https://app.example.com', '*'] },`, outcome: 'anyone' },
    {
      options: `cors: { allowedOrigins: ['null'], allowCredentials: true },`,
      outcome: 'opaque',
      credentials: { repaired: true, reason: 'they were there, and the origin was not' },
    },
    { options: `cors: { allowOrigins: ['*'] },`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib FunctionUrl' },
  format: 'cjs',
  source: code`
    const { App, Stack } = require('aws-cdk-lib')
    const { Code, Function, FunctionUrl, FunctionUrlAuthType, Runtime } = require('aws-cdk-lib/aws-lambda')

    const stack = new Stack(new App(), 'Orders')
    const code = Code.fromInline('exports.handler = async () => ({ statusCode: 200 })')
    const fn = new Function(stack, 'Fn', { runtime: Runtime.NODEJS_LATEST, handler: 'index.handler', code })

    new FunctionUrl(stack, 'Url', { function: fn, authType: FunctionUrlAuthType.NONE, OPTIONS })

    exports.stack = stack
  `,
  rows: [
    { options: `cors: { allowedOrigins: ['*'] }`, outcome: 'anyone' },
    { options: `cors: { allowedOrigins: ['*'], allowCredentials: true }`, outcome: 'conflict' },
    { options: `cors: { allowedOrigins: ['https://app.example.com'] }`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib Bucket' },
  format: 'ts',
  source: code`
    import * as cdk from 'aws-cdk-lib'
    import * as s3 from 'aws-cdk-lib/aws-s3'

    export const stack = new cdk.Stack(new cdk.App(), 'Uploads')

    const bucket = new s3.Bucket(stack, 'Uploads', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      cors: [OPTIONS],
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    {
      options: `{ allowedMethods: [s3.HttpMethods.GET], allowedOrigins: ['*'] }`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'S3 allows them to whoever is on the list' },
    },
    {
      options: `{
        allowedMethods: [s3.HttpMethods.GET, s3.HttpMethods.PUT],
        allowedOrigins: ['*'],
        allowedHeaders: ['*'],
        maxAge: 3000,
      }`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'S3 allows them to whoever is on the list' },
    },
    {
      options: `{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://app.example.com'] }`,
      outcome: 'sound',
    },
    {
      options: `{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://app.example.com', '*'] }`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'S3 allows them to whoever is on the list' },
    },
    { options: `{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://*'] }`, outcome: 'echoed' },
    {
      options: `{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://*.example.com'] }`,
      outcome: 'lookalike',
      silent: 'whoever has a domain has its subdomains',
    },
    {
      options: `{ allowedMethods: [s3.HttpMethods.PUT], allowedOrigins: ['https://*example.com'] }`,
      outcome: 'lookalike',
    },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib addCorsRule' },
  source: code`
    import { App, Stack } from 'aws-cdk-lib'
    import { Bucket, HttpMethods } from 'aws-cdk-lib/aws-s3'

    export const stack = new Stack(new App(), 'Uploads')

    const bucket = new Bucket(stack, 'Uploads')
    bucket.addCorsRule(OPTIONS)
  `,
  rows: [
    {
      options: `{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['*'] }`,
      outcome: 'anyone',
      credentials: { repaired: true, reason: 'S3 allows them to whoever is on the list' },
    },
    { options: `{ allowedMethods: [HttpMethods.GET], allowedOrigins: ['https://app.example.com'] }`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...cdk, name: 'aws-cdk-lib CfnApi' },
  source: code`
    import { App, Stack } from 'aws-cdk-lib'
    import { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2'

    export const stack = new Stack(new App(), 'Orders')

    new CfnApi(stack, 'Api', { name: 'orders', protocolType: 'HTTP', corsConfiguration: OPTIONS })
  `,
  rows: [
    { options: `{ allowOrigins: ['*'] }`, outcome: 'anyone' },
    { options: `{ allowOrigins: ['*'], allowCredentials: true }`, outcome: 'conflict' },
    { options: `{ allowOrigins: ['https://app.example.com'], allowCredentials: true }`, outcome: 'sound' },
  ],
})
