import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { apolloServer, listeningServer, stopServer } from './harness/api-frameworks.ts'
import { nodeServer } from './harness/listen.ts'
import { describeTable, type Row } from './harness/table.ts'

const AT_RUN_TIME = 'what the environment holds is known at run time'

/** What `cors` says to all three servers of major 3. */
const CORS: readonly Row[] = [
  { options: '', outcome: 'anyone' },
  { options: 'cors: true,', outcome: 'anyone' },
  { options: 'cors: false,', outcome: 'sound' },
  { options: 'cors: undefined,', outcome: 'anyone' },
  { options: 'cors: {},', outcome: 'anyone' },
  { options: 'cors: { credentials: true },', outcome: 'conflict' },
  { options: 'cors: { origin: true },', outcome: 'echoed' },
  { options: 'cors: { origin: true, credentials: true },', outcome: 'echoed' },
  { options: `cors: { origin: '*' },`, outcome: 'anyone' },
  { options: `cors: { origin: '*', credentials: true },`, outcome: 'conflict' },
  { options: `cors: { origin: ['*'] },`, outcome: 'sound' },
  { options: `cors: { origin: false },`, outcome: 'sound' },
  { options: `cors: { origin: 'https://app.example.com', credentials: true },`, outcome: 'sound' },
  {
    options: `cors: { origin: ['https://app.example.com', 'https://studio.apollographql.com'], credentials: true },`,
    outcome: 'sound',
  },
  { options: `cors: { origin: ['https://app.example.com', 'null'] },`, outcome: 'opaque' },
  { options: `cors: { origin: /example\\.com$/, credentials: true },`, outcome: 'lookalike' },
  { options: `cors: { origin: /^https:\\/\\/app\\.example\\.com$/ },`, outcome: 'sound' },
  { options: `cors: { origin: (origin, callback) => callback(null, true), credentials: true },`, outcome: 'echoed' },
  {
    options: `cors: { origin: (origin, callback) => callback(null, ALLOWED.includes(origin)), credentials: true },`,
    outcome: 'sound',
  },
  { options: `cors: { origins: ['https://app.example.com'] },`, outcome: 'anyone' },
  { options: `cors: { origin: process.env.CORS_ORIGIN, credentials: true },`, outcome: 'sound' },
  { options: `cors: { origin: process.env.CORS_ORIGIN || '*' },`, outcome: 'anyone' },
  {
    options: `cors: { origin: process.env.CORS_ORIGINS.split(',') },`,
    outcome: 'sound',
    env: { CORS_ORIGINS: 'https://app.example.com' },
  },
  {
    options: `cors: { origin: process.env.CORS_ORIGIN },`,
    outcome: 'anyone',
    env: { CORS_ORIGIN: '*' },
    silent: AT_RUN_TIME,
  },
]

const standaloneThree: Library = {
  name: 'apollo-server 3',
  listen: apolloServer,
  stop: stopServer,
  vary: 'by the library',
}

describeTable({
  library: standaloneThree,
  format: 'cjs',
  source: code`
    const { ApolloServer, gql } = require('apollo-server')

    const ALLOWED = ['https://app.example.com', 'https://studio.apollographql.com']
    const typeDefs = gql\`
      type Query {
        hello: String
      }
    \`

    const server = new ApolloServer({
      typeDefs,
      resolvers: { Query: { hello: () => 'world' } },
      stopOnTerminationSignals: false,
      OPTIONS
    })

    module.exports = server
  `,
  rows: CORS,
})

const expressThree: Library = {
  name: 'apollo-server-express 3',
  listen: nodeServer,
  stop: stopServer,
  vary: 'by the library',
}

describeTable({
  library: expressThree,
  source: code`
    import { ApolloServer } from 'apollo-server-express'
    import express from 'express'

    const ALLOWED = ['https://app.example.com', 'https://studio.apollographql.com']
    const app = express()
    const server = new ApolloServer({ typeDefs: 'type Query { hello: String }', stopOnTerminationSignals: false })

    await server.start()
    server.applyMiddleware({
      app,
      path: '/',
      OPTIONS
    })

    export { app as default, server }
  `,
  rows: CORS,
})

describeTable({
  library: { ...expressThree, name: 'apollo-server-express 3 behind cors' },
  source: code`
    import { ApolloServer } from 'apollo-server-express'
    import cors from 'cors'
    import express from 'express'

    const app = express()
    app.use(cors({ origin: ['https://app.example.com'] }))

    async function startApolloServer() {
      const server = new ApolloServer({ typeDefs: 'type Query { hello: String }', stopOnTerminationSignals: false })
      await server.start()
      server.applyMiddleware({ app, path: '/'OPTIONS })
      return server
    }

    export const server = await startApolloServer()
    export default app
  `,
  rows: [
    { options: ', cors: false', outcome: 'sound' },
    { options: ', cors: { origin: ["https://app.example.com"], credentials: true }', outcome: 'sound' },
    { options: '', outcome: 'anyone' },
    { options: ', cors: true', outcome: 'anyone' },
    { options: `, cors: { origin: true }`, outcome: 'echoed' },
  ],
})

const standaloneFive: Library = {
  name: '@apollo/server 5 standalone',
  listen: listeningServer,
  stop: stopServer,
  vary: 'by the library',
}

const FIXED = 'startStandaloneServer has no option for an allowlist'

describeTable({
  library: standaloneFive,
  format: 'ts',
  source: code`
    import { ApolloServer } from '@apollo/server'
    import { startStandaloneServer } from '@apollo/server/standalone'

    const server = new ApolloServer({
      typeDefs: 'type Query { hello: String }',
      resolvers: { Query: { hello: () => 'world' } },
      stopOnTerminationSignals: false,
      OPTIONS
    })

    const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } })

    export { server, url }
  `,
  rows: [
    { options: '', outcome: 'anyone', unrepaired: FIXED },
    { options: 'cors: false,', outcome: 'anyone', unrepaired: FIXED },
    {
      options: `cors: { origin: ['https://app.example.com'], credentials: true },`,
      outcome: 'anyone',
      unrepaired: FIXED,
    },
    { options: `cors: { origin: true, credentials: true },`, outcome: 'anyone', unrepaired: FIXED },
    { options: `csrfPrevention: true,`, outcome: 'anyone', unrepaired: FIXED },
    { options: `introspection: false,`, outcome: 'anyone', unrepaired: FIXED },
  ],
})

describeTable({
  library: { ...standaloneFive, name: '@apollo/server 5 standalone with options' },
  source: code`
    import { ApolloServer } from '@apollo/server'
    import * as standalone from '@apollo/server/standalone'

    const server = new ApolloServer({ typeDefs: 'type Query { hello: String }', stopOnTerminationSignals: false })
    const { url } = await standalone.startStandaloneServer(server, {
      listen: { host: '127.0.0.1', port: 0 },
      context: async ({ req }) => ({ token: req.headers.token }),
      OPTIONS
    })

    export { server, url }
  `,
  rows: [
    { options: '', outcome: 'anyone', unrepaired: FIXED },
    {
      options: `cors: { origin: 'https://app.example.com', credentials: true },`,
      outcome: 'anyone',
      unrepaired: FIXED,
    },
    { options: `cors: false,`, outcome: 'anyone', unrepaired: FIXED },
  ],
})
