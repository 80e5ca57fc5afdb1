import { handedToFastifyCors } from '../options/fastify-cors.ts'
import { optionReader } from '../options/reader.ts'

/** `@fastify/cors` 11.4.3. */
export const fastifyCorsReader = optionReader({
  ...handedToFastifyCors({ id: '@fastify/cors', version: '11.4.3', label: '`@fastify/cors`' }),
  places: [
    {
      type: 'handed',
      modules: ['@fastify/cors', 'fastify-cors'],
      names: ['', 'fastifyCors'],
      methods: ['register'],
      argument: 0,
      absent: 'defaults',
    },
  ],
  delegate: 'factory',
  types: [{ modules: ['@fastify/cors', 'fastify-cors'], names: ['FastifyCorsOptions'] }],
  mention: /["'`](?:@fastify\/cors|fastify-cors)["'`]/,
})
