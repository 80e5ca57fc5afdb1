import { corsReader } from './cors.ts'
import { elysiaCorsReader } from './elysia-cors.ts'
import { fastifyCorsReader } from './fastify-cors.ts'
import { graphqlYogaReader, whatwgServerReader } from './graphql-yoga.ts'
import { h3Reader } from './h3.ts'
import { headersReader } from './headers/index.ts'
import { honoReader } from './hono.ts'
import { koaCorsReader } from './koa-cors.ts'
import { koa2CorsReader } from './koa2-cors.ts'
import { nestExpressReader } from './nest-express.ts'
import { nestFastifyReader } from './nest-fastify.ts'
import { nestGatewayReader } from './nest-gateway.ts'
import type { Reader } from './reader.ts'
import { socketIoReader } from './socket-io.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [
  corsReader,
  elysiaCorsReader,
  fastifyCorsReader,
  graphqlYogaReader,
  h3Reader,
  headersReader,
  honoReader,
  koa2CorsReader,
  koaCorsReader,
  nestExpressReader,
  nestFastifyReader,
  nestGatewayReader,
  socketIoReader,
  whatwgServerReader,
]
