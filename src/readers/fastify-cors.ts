import { handedToFastifyCors } from '../options/fastify-cors.ts'
import { optionReader } from '../options/reader.ts'

const MENTION = /["'`](?:fastify|@fastify\/cors|fastify-cors)["'`]/

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
    // `app.get('/', { config: { cors } }, handler)`, `app.route({ config: { cors } })`
    {
      type: 'method',
      methods: ['all', 'delete', 'get', 'head', 'options', 'patch', 'post', 'put'],
      mention: MENTION,
      argument: 1,
      path: ['config', 'cors'],
      absent: 'off',
      overlays: true,
    },
    {
      type: 'method',
      methods: ['route'],
      mention: MENTION,
      argument: 0,
      path: ['config', 'cors'],
      absent: 'off',
      overlays: true,
    },
  ],
  delegate: 'factory',
  types: [
    { modules: ['@fastify/cors', 'fastify-cors'], names: ['FastifyCorsOptions', 'fastifyCors.FastifyCorsOptions'] },
  ],
  delegator: { option: 'delegator', delegate: 'callback or promise' },
  mention: MENTION,
})
