import { apolloServerReader, apolloStandaloneReader } from './apollo.ts'
import { corsReader } from './cors.ts'
import { elysiaCorsReader } from './elysia-cors.ts'
import { fastifyCorsReader } from './fastify-cors.ts'
import { graphqlYogaReader, whatwgServerReader } from './graphql-yoga.ts'
import { h3Reader } from './h3.ts'
import { hapiReader } from './hapi.ts'
import { headersReader } from './headers/index.ts'
import { honoReader } from './hono.ts'
import { ittyRouterReader } from './itty-router.ts'
import { koaCorsLegacyReader } from './koa-cors-legacy.ts'
import { koaCorsReader } from './koa-cors.ts'
import { koa2CorsReader } from './koa2-cors.ts'
import { nestGatewayReader } from './nest-gateway.ts'
import { nestExpressReader, nestFastifyReader } from './nest.ts'
import { orpcReader } from './orpc.ts'
import type { Reader } from './reader.ts'
import { socketIoReader } from './socket-io.ts'
import { tinyhttpCorsReader } from './tinyhttp-cors.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [
  apolloServerReader,
  apolloStandaloneReader,
  corsReader,
  elysiaCorsReader,
  fastifyCorsReader,
  graphqlYogaReader,
  h3Reader,
  hapiReader,
  headersReader,
  honoReader,
  ittyRouterReader,
  koa2CorsReader,
  koaCorsLegacyReader,
  koaCorsReader,
  nestExpressReader,
  nestFastifyReader,
  nestGatewayReader,
  orpcReader,
  socketIoReader,
  tinyhttpCorsReader,
  whatwgServerReader,
]
