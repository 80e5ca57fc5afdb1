import rule from '../../rules/no-wildcard-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const options = [{ publicPaths: ['/fonts', '/.well-known', '/static/*'] }]

const FONTS = code`
  import cors from 'cors'
  import express from 'express'
  const app = express()
  app.use('/fonts', cors(), express.static('fonts'))
`

runRule('no-wildcard-origin, public paths', rule, {
  valid: [
    { name: 'a public path', options, code: FONTS },
    {
      name: 'a path below a public one',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.get('/.well-known/jwks.json', cors({ origin: '*' }), (req, res) => res.json({ keys: [] }))
      `,
    },
    {
      name: 'a router that is mounted on a public path',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const router = express.Router()
        router.get('/logo.svg', cors(), (req, res) => res.sendFile('logo.svg'))
        app.use('/static', router)
      `,
    },
    {
      name: 'one middleware on several public paths',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const everybody = cors()
        app.use('/fonts', everybody)
        app.use('/static/img', everybody)
      `,
    },
    {
      name: 'headers of a public route',
      options,
      code: code`
        import express from 'express'
        const app = express()
        app.get('/fonts/:name', (req, res) => {
          res.set('Access-Control-Allow-Origin', '*')
          res.sendFile(req.params.name, { root: 'fonts' })
        })
      `,
    },
    {
      name: 'everything is public',
      options: [{ publicPaths: ['/'] }],
      code: code`
        import cors from 'cors'
        import express from 'express'
        express().use(cors())
      `,
    },
    {
      name: 'a server on the own machine that lists origins',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use(cors({ origin: 'https://app.example.com' }))
        app.listen(7777, '127.0.0.1')
      `,
    },
  ],
  invalid: [
    {
      name: 'a public path without the option',
      code: FONTS,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 19,
          endLine: 4,
          endColumn: 25,
          suggestions: 1,
        },
      ],
    },
    {
      name: 'another path that begins alike',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        app.use('/fonts-of-customers', cors({ origin: '*' }))
      `,
      errors: [{ messageId: 'wildcard', line: 4, column: 47, endLine: 4, endColumn: 50, suggestions: 1 }],
    },
    {
      name: 'a path that cannot be seen',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        import { base } from './config.js'
        const app = express()
        app.use(base, cors({ origin: '*' }))
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 30, endLine: 5, endColumn: 33, suggestions: 1 }],
    },
    {
      name: 'one middleware on a public path and on another',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const everybody = cors()
        app.use('/fonts', everybody)
        app.use('/orders', everybody)
      `,
      errors: [
        {
          messageId: 'default',
          data: { library: '`cors`', option: 'origin' },
          line: 4,
          column: 19,
          endLine: 4,
          endColumn: 25,
          suggestions: 1,
        },
      ],
    },
    {
      name: 'a router that is public in one place only',
      options,
      code: code`
        import cors from 'cors'
        import express from 'express'
        const app = express()
        const router = express.Router()
        router.use(cors({ origin: '*' }))
        app.use('/fonts', router)
        app.use('/admin', router)
      `,
      errors: [{ messageId: 'wildcard', line: 5, column: 27, endLine: 5, endColumn: 30, suggestions: 1 }],
    },
    {
      name: 'a public prefix of a route that is not on any application',
      options,
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end('/fonts')
        })
      `,
      errors: [{ messageId: 'wildcard', line: 3, column: 48, endLine: 3, endColumn: 51, suggestions: 1 }],
    },
    {
      name: 'a tool that listens on the loopback interface',
      code: code`
        import { createServer } from 'node:http'
        createServer((req, res) => {
          res.setHeader('Access-Control-Allow-Origin', '*')
          res.end(run(req.url))
        }).listen(7777, '127.0.0.1')
      `,
      errors: [{ messageId: 'local', line: 3, column: 48, endLine: 3, endColumn: 51, suggestions: 1 }],
    },
    {
      name: 'a local application with the default of the package',
      code: code`
        import cors from 'cors'
        import express from 'express'
        const HOST = 'localhost'
        const app = express()
        app.use(cors())
        app.listen({ port: 7777, host: HOST })
      `,
      errors: [{ messageId: 'local', line: 5, column: 9, endLine: 5, endColumn: 15, suggestions: 1 }],
    },
  ],
})
