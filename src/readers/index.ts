import { adonisReader } from './adonisjs-cors.ts'
import { corsReader } from './cors.ts'
import { fastifyCorsReader } from './fastify-cors.ts'
import { firebaseReaders } from './firebase-functions.ts'
import { headersReader } from './headers/index.ts'
import { jsonServerReader } from './json-server.ts'
import { koaCorsReader } from './koa-cors.ts'
import { koa2CorsReader } from './koa2-cors.ts'
import { loopbackReader } from './loopback-rest.ts'
import { microCorsReader } from './micro-cors.ts'
import { middyReader } from './middy-http-cors.ts'
import { moleculerReader } from './moleculer-web.ts'
import { nestGatewayReader } from './nest-gateway.ts'
import { nestExpressReader, nestFastifyReader } from './nest.ts'
import type { Reader } from './reader.ts'
import { restifyReader } from './restify-cors-middleware2.ts'
import { socketIoReader } from './socket-io.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [
  adonisReader,
  corsReader,
  fastifyCorsReader,
  ...firebaseReaders,
  headersReader,
  jsonServerReader,
  koa2CorsReader,
  koaCorsReader,
  loopbackReader,
  microCorsReader,
  middyReader,
  moleculerReader,
  nestExpressReader,
  nestFastifyReader,
  nestGatewayReader,
  restifyReader,
  socketIoReader,
]
