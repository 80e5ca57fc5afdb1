import { handedToCors } from '../options/cors.ts'
import { optionReader } from '../options/reader.ts'

/** The gateways of Nest 11.2, which hand their option `cors` to Socket.IO 4.8. Other adapters do not look at it. */
export const nestGatewayReader = optionReader({
  ...handedToCors({ id: '@nestjs/websockets', version: '11.2.6', label: 'The gateway' }),
  places: [
    // `@WebSocketGateway(options)`, `@WebSocketGateway(port, options)`
    {
      type: 'call',
      modules: ['@nestjs/websockets'],
      names: ['WebSocketGateway'],
      argument: 0,
      path: ['cors'],
      absent: 'off',
    },
    {
      type: 'call',
      modules: ['@nestjs/websockets'],
      names: ['WebSocketGateway'],
      argument: 1,
      path: ['cors'],
      absent: 'off',
    },
  ],
  // `cors` looks at an object only; anything else that is truthy leaves its defaults.
  bare: { false: 'off', other: 'defaults' },
  mention: /^(?![^]*["'`]@nestjs\/platform-ws["'`])[^]*["'`]@nestjs\/websockets["'`]/,
})
