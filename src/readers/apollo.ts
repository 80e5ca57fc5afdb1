import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/**
 * Servers of Apollo's major 3, which hand `cors` on to the package of that name: `apollo-server` 3.13.0
 * (`dist/index.js`) and `applyMiddleware` of `apollo-server-express` 3.13.0 (`dist/ApolloServer.js`). Without it, they
 * let in everybody, also after an application's own `cors()`.
 */
export const apolloServerReader = optionReader({
  ...handedToCors({ id: 'apollo-server', version: '3.13.0', label: 'Apollo Server' }),
  places: [
    {
      type: 'new',
      modules: ['apollo-server'],
      names: ['ApolloServer'],
      argument: 0,
      path: ['cors'],
      absent: 'defaults',
    },
    {
      type: 'method',
      methods: ['applyMiddleware', 'getMiddleware'],
      mention: /["'`]apollo-server-express["'`]/,
      argument: 0,
      path: ['cors'],
      absent: 'defaults',
    },
  ],
  bare: { false: 'off', undefined: 'defaults', other: 'defaults' },
  mention: /["'`]apollo-server(?:-express)?["'`]/,
  silentNames: ['apollo-server'],
})

/**
 * `startStandaloneServer` of `@apollo/server` 5.5.1 (`dist/esm/standalone/index.js`; the same in 4.13.0): it lets in
 * everybody, and what major 3 was told by `cors` is ignored.
 */
export const apolloStandaloneReader = optionReader({
  ...handedToCors({ id: '@apollo/server', version: '5.5.1', label: '`startStandaloneServer`' }),
  library: {
    id: '@apollo/server',
    version: '5.5.1',
    label: '`startStandaloneServer`',
    wildcardWithCredentials: 'refused',
    variesByItself: true,
    acceptsPatterns: false,
    allowlist: undefined,
    defaultMethods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'],
    options: [],
    instead: 'Put `expressMiddleware` behind `cors` with a list of origins instead',
  },
  places: [
    {
      type: 'call',
      modules: ['@apollo/server/standalone'],
      names: ['startStandaloneServer'],
      // It takes no options for CORS: there is never anything where they would be.
      argument: 2,
      absent: 'defaults',
    },
  ],
  mention: /["'`]@apollo\/server\/standalone["'`]/,
  silentNames: ['@apollo/server/standalone'],
})
