import { adonisReader } from './adonisjs-cors.ts'
import { apolloServerReader, apolloStandaloneReader } from './apollo.ts'
import { cdkReaders } from './aws-cdk-lib.ts'
import { corsReader } from './cors.ts'
import { eggCorsReader } from './egg-cors.ts'
import { elysiaCorsReader } from './elysia-cors.ts'
import { fastifyCorsReader } from './fastify-cors.ts'
import { firebaseReaders } from './firebase-functions.ts'
import { graphqlYogaReader, whatwgServerReader } from './graphql-yoga.ts'
import { h3Reader } from './h3.ts'
import { hapiReader } from './hapi.ts'
import { headersReader } from './headers/index.ts'
import { honoReader } from './hono.ts'
import { httpServerReader } from './http-server.ts'
import { ittyRouterReader } from './itty-router.ts'
import { jsonServerReader } from './json-server.ts'
import { koaCorsLegacyReader } from './koa-cors-legacy.ts'
import { koaCorsReader } from './koa-cors.ts'
import { koa2CorsReader } from './koa2-cors.ts'
import { lambdaApiReader } from './lambda-api.ts'
import { loopbackReader } from './loopback-rest.ts'
import { microCorsReader } from './micro-cors.ts'
import { middyReader } from './middy-http-cors.ts'
import { moleculerReader } from './moleculer-web.ts'
import { nestGatewayReader } from './nest-gateway.ts'
import { nestExpressReader, nestFastifyReader } from './nest.ts'
import { nextjsCorsReader } from './nextjs-cors.ts'
import { orpcReader } from './orpc.ts'
import { parseServerReader } from './parse-server.ts'
import { payloadReader } from './payload.ts'
import type { Reader } from './reader.ts'
import { restifyReader } from './restify-cors-middleware2.ts'
import { routingControllersReaders } from './routing-controllers.ts'
import { sailsReaders } from './sails.ts'
import { serverlessReaders } from './serverless.ts'
import { socketIoReader } from './socket-io.ts'
import { sstReaders } from './sst.ts'
import { strapiReader } from './strapi.ts'
import { tinyhttpCorsReader } from './tinyhttp-cors.ts'
import { viteReaders } from './vite.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [
  adonisReader,
  apolloServerReader,
  apolloStandaloneReader,
  ...cdkReaders,
  corsReader,
  eggCorsReader,
  elysiaCorsReader,
  fastifyCorsReader,
  ...firebaseReaders,
  graphqlYogaReader,
  h3Reader,
  hapiReader,
  headersReader,
  honoReader,
  httpServerReader,
  ittyRouterReader,
  jsonServerReader,
  koa2CorsReader,
  koaCorsLegacyReader,
  koaCorsReader,
  lambdaApiReader,
  loopbackReader,
  microCorsReader,
  middyReader,
  moleculerReader,
  nestExpressReader,
  nestFastifyReader,
  nestGatewayReader,
  nextjsCorsReader,
  orpcReader,
  parseServerReader,
  payloadReader,
  restifyReader,
  ...routingControllersReaders,
  ...sailsReaders,
  ...serverlessReaders,
  socketIoReader,
  ...sstReaders,
  strapiReader,
  tinyhttpCorsReader,
  ...viteReaders,
  whatwgServerReader,
]
