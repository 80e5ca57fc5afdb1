import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/** Socket.IO 4.8.4, which hands its option `cors` to `cors` for the requests of its polling. */
export const socketIoReader = optionReader({
  ...handedToCors({ id: 'socket.io', version: '4.8.4', label: 'Socket.IO' }),
  places: [
    // `new Server(options)`, `new Server(httpServer, options)`, and how it is called without `new`.
    { type: 'new', modules: ['socket.io'], names: ['Server', ''], argument: 0, path: ['cors'], absent: 'off' },
    { type: 'new', modules: ['socket.io'], names: ['Server', ''], argument: 1, path: ['cors'], absent: 'off' },
    { type: 'call', modules: ['socket.io'], names: ['Server', ''], argument: 0, path: ['cors'], absent: 'off' },
    { type: 'call', modules: ['socket.io'], names: ['Server', ''], argument: 1, path: ['cors'], absent: 'off' },
    {
      type: 'method',
      methods: ['attach', 'listen'],
      mention: /["'`]socket\.io["'`]/,
      argument: 1,
      path: ['cors'],
      absent: 'off',
    },
  ],
  // `cors` looks at an object only; anything else that is truthy leaves its defaults.
  bare: { false: 'off', other: 'defaults' },
  mention: /["'`]socket\.io["'`]/,
})
