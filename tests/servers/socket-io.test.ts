import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { socketIoServer, stopSocketIo } from './harness/node-frameworks.ts'
import { describeTable } from './harness/table.ts'

/** Socket.IO 4: its polling answers like `cors` with the option `cors`, and without any headers if that is falsy. */
const socketIo: Library = { name: 'socket.io', listen: socketIoServer, stop: stopSocketIo, vary: 'by the library' }

describeTable({
  library: socketIo,
  source: code`
    import { createServer } from 'node:http'
    import { Server } from 'socket.io'

    const httpServer = createServer()
    const io = new Server(httpServer, OPTIONS)

    io.on('connection', (socket) => {
      socket.on('message', (text) => io.emit('message', text))
    })

    export default io
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: '{}', outcome: 'sound' },
    { options: '{ cors: false }', outcome: 'sound' },
    { options: '{ cors: undefined }', outcome: 'sound' },
    { options: '{ cors: true }', outcome: 'anyone' },
    { options: "{ cors: '*' }", outcome: 'anyone' },
    { options: '{ cors: {} }', outcome: 'anyone' },
    { options: '{ cors: { credentials: true } }', outcome: 'conflict' },
    { options: "{ cors: { methods: ['GET', 'POST'] } }", outcome: 'anyone' },
    { options: "{ cors: { origin: '*' } }", outcome: 'anyone' },
    { options: "{ cors: { origin: '*', methods: ['GET', 'POST'], credentials: true } }", outcome: 'conflict' },
    { options: '{ cors: { origin: true } }', outcome: 'echoed' },
    { options: '{ cors: { origin: true, credentials: true } }', outcome: 'echoed' },
    { options: "{ cors: { origin: ['*'] } }", outcome: 'sound' },
    { options: "{ cors: { origin: 'https://app.example.com', credentials: true } }", outcome: 'sound' },
    { options: "{ cors: { origin: ['https://app.example.com'] }, pingInterval: 10000 }", outcome: 'sound' },
    { options: "{ cors: { origin: ['https://app.example.com', 'null'] } }", outcome: 'opaque' },
    { options: '{ cors: { origin: /example\\.com/, credentials: true } }', outcome: 'lookalike' },
    { options: '{ cors: { origin: (origin, callback) => callback(null, true) } }', outcome: 'echoed' },
    {
      options: "{ cors: { origin: (origin, callback) => callback(null, origin === 'https://app.example.com') } }",
      outcome: 'sound',
    },
    { options: '{ cors: (req, callback) => callback(null, { origin: true, credentials: true }) }', outcome: 'echoed' },
    {
      options: "{ cors: { origins: 'https://app.example.com' } }",
      outcome: 'anyone',
    },
    { options: "{ origins: '*:*' }", outcome: 'sound' },
    { options: "{ origins: ['https://app.example.com'] }", outcome: 'sound' },
    { options: "{ cors: '*', allowRequest: (req, callback) => callback(null, true) }", outcome: 'anyone' },
    {
      options: code`
        {
          cors: { origin: ['https://app.example.com'] },
          allowRequest: (req, callback) => {
            callback(null, req.headers.origin === 'https://app.example.com')
          },
        }
      `.trim(),
      outcome: 'sound',
    },
    {
      options: '{ allowRequest: (req, callback) => callback(null, req.headers.origin === undefined) }',
      outcome: 'sound',
    },
    { options: '{ cors: { origin: process.env.CLIENT_URL } }', outcome: 'sound', env: { CLIENT_URL: undefined } },
    {
      options: "{ cors: { origin: process.env.CLIENT_URL || '*', credentials: true } }",
      outcome: 'conflict',
      env: { CLIENT_URL: undefined },
    },
    {
      options: "{ cors: { origin: process.env.NODE_ENV === 'production' ? false : ['http://localhost:5500'] } }",
      outcome: 'sound',
    },
  ],
})

describeTable({
  library: socketIo,
  format: 'cjs',
  source: code`
    const express = require('express')
    const app = express()
    const server = require('http').createServer(app)
    const io = require('socket.io')(server, {
      path: '/socket.io',
      OPTIONS
    })

    io.on('connection', (socket) => {
      console.log('a user connected')
    })

    module.exports = io
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "cors: { origin: '*' }", outcome: 'anyone' },
    { options: "cors: { origin: '*', credentials: true }", outcome: 'conflict' },
    { options: 'cors: { origin: true, credentials: true }', outcome: 'echoed' },
    { options: "cors: { origin: ['https://app.example.com'], credentials: true }", outcome: 'sound' },
    { options: "cors: { origin: 'https://app.example.com/' }", outcome: 'unusable' },
    { options: "origins: '*:*'", outcome: 'sound' },
  ],
})

describeTable({
  library: socketIo,
  format: 'ts',
  source: code`
    import express from 'express'
    import http from 'http'
    import { Server, type ServerOptions, Socket } from 'socket.io'

    const app = express()
    const server = http.createServer(app)

    const options: Partial<ServerOptions> = {
      maxHttpBufferSize: 1e8,
      OPTIONS
    }
    const io = new Server<DefaultEvents>(options)
    io.attach(server)

    interface DefaultEvents {
      ping(): void
    }

    export default io
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "cors: { origin: '*' }", outcome: 'anyone' },
    { options: 'cors: { origin: true, credentials: true }', outcome: 'echoed' },
    { options: "cors: { origin: 'https://app.example.com' }", outcome: 'sound' },
  ],
})

describeTable({
  library: socketIo,
  source: code`
    import http from 'node:http'
    import { Server } from 'socket.io'

    const server = http.createServer()
    const io = new Server()
    io.attach(server, OPTIONS)

    export default io
  `,
  rows: [
    { options: '', outcome: 'sound' },
    { options: "{ cors: { origin: '*' } }", outcome: 'anyone' },
    { options: '{ cors: { origin: true, credentials: true } }', outcome: 'echoed' },
    { options: "{ cors: { origin: 'https://app.example.com' } }", outcome: 'sound' },
  ],
})

describeTable({
  library: socketIo,
  source: code`
    import http from 'node:http'
    import cors from 'cors'
    import { Server } from 'socket.io'

    const server = http.createServer()
    const io = new Server(server)
    io.engine.use(cors(OPTIONS))

    export default io
  `,
  rows: [
    { options: '', outcome: 'anyone' },
    { options: '{ origin: true, credentials: true }', outcome: 'echoed' },
    { options: "{ origin: 'https://app.example.com' }", outcome: 'sound' },
  ],
})
