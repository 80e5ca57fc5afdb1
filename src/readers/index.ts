import { adonisReader } from './adonisjs-cors.ts'
import { corsReader } from './cors.ts'
import { firebaseReaders } from './firebase-functions.ts'
import { headersReader } from './headers/index.ts'
import { jsonServerReader } from './json-server.ts'
import { loopbackReader } from './loopback-rest.ts'
import { microCorsReader } from './micro-cors.ts'
import { middyReader } from './middy-http-cors.ts'
import { moleculerReader } from './moleculer-web.ts'
import type { Reader } from './reader.ts'
import { restifyReader } from './restify-cors-middleware2.ts'

/** Every reader; a library is added by its line here and its file beside this one. */
export const readers: readonly Reader[] = [
  adonisReader,
  corsReader,
  ...firebaseReaders,
  headersReader,
  jsonServerReader,
  loopbackReader,
  microCorsReader,
  middyReader,
  moleculerReader,
  restifyReader,
]
