import { handedToCors } from '../options/cors.ts'
import { handedToFastifyCors } from '../options/fastify-cors.ts'
import { optionReader } from '../options/reader.ts'
import type { BareSemantics, Place } from '../semantics.ts'

const PLACES: readonly Place[] = [
  { type: 'method', methods: ['enableCors'], mention: /@nestjs\//, argument: 0, absent: 'defaults' },
  // `NestFactory.create(module, options)`, `NestFactory.create(module, adapter, options)`
  {
    type: 'call',
    modules: ['@nestjs/core'],
    names: ['NestFactory.create'],
    argument: 1,
    path: ['cors'],
    absent: 'off',
  },
  {
    type: 'call',
    modules: ['@nestjs/core'],
    names: ['NestFactory.create'],
    argument: 2,
    path: ['cors'],
    absent: 'off',
  },
]

/** As the option of `create`, whatever is truthy and is no options turns CORS on as it is. */
const BARE: BareSemantics = { false: 'off', other: 'defaults' }

const TYPES = [
  {
    modules: ['@nestjs/common/interfaces/external/cors-options.interface', '@nestjs/common'],
    names: ['CorsOptions'],
  },
]

/** Nest 11.2.10 on its Express adapter, which hands the options to `cors`. */
export const nestExpressReader = optionReader({
  ...handedToCors({ id: '@nestjs/platform-express', version: '11.2.10', label: 'NestJS' }),
  places: PLACES,
  bare: BARE,
  types: TYPES,
  mention: /^(?![^]*["'`](?:@nestjs\/platform-fastify)["'`])[^]*@nestjs\//,
})

/** Nest 11.2.8 on its Fastify adapter, which hands the options to `@fastify/cors`. */
export const nestFastifyReader = optionReader({
  ...handedToFastifyCors({ id: '@nestjs/platform-fastify', version: '11.2.8', label: 'NestJS on Fastify' }),
  places: PLACES,
  bare: BARE,
  delegate: 'callback',
  types: TYPES,
  mention: /["'`]@nestjs\/platform-fastify["'`]/,
})
