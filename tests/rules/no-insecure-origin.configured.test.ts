import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

runRule('no-insecure-origin', rule, {
  valid: [
    {
      name: 'an origin of the options',
      options: [{ dangerouslyAllowedOrigins: ['http://intranet.example.com'] }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://intranet.example.com'], credentials: true })
      `,
    },
    {
      name: 'an origin of the options, in a header',
      options: [{ dangerouslyAllowedOrigins: ['http://kiosk.example.com:8080'] }],
      code: code`
        import { createServer } from 'node:http'

        createServer((req, res) => {
          res.writeHead(200, {
            'Access-Control-Allow-Origin': 'http://kiosk.example.com:8080',
            'Access-Control-Allow-Credentials': 'true',
          })
          res.end('{}')
        }).listen(8080)
      `,
    },
    {
      name: 'no machine of a developer, where those are reported',
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', /^https:\/\/[a-z]+\.example\.com$/], credentials: true })
      `,
    },
    {
      name: "a developer's machine while developing, where it is reported",
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        const origin = ['https://app.example.com', ...(process.env.NODE_ENV === 'production' ? [] : ['http://localhost:3000'])]
        export default cors({ origin, credentials: true })
      `,
    },
    {
      name: "a developer's machine without credentials, where it is reported",
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://localhost:3000'] })
      `,
    },
    {
      name: "a developer's machine of the options",
      options: [{ developmentOrigins: true, dangerouslyAllowedOrigins: ['http://localhost:3000'] }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://localhost:3000'], credentials: true })
      `,
    },
    {
      name: 'apps, where machines of developers are reported',
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://app.example.com', 'capacitor://localhost', 'tauri://localhost'] })
      `,
    },
  ],
  invalid: [
    {
      name: 'another origin than that of the options',
      options: [{ dangerouslyAllowedOrigins: ['http://intranet.example.com'] }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['http://intranet.example.com', 'http://www.example.com'], credentials: true })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 87,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://www.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['http://intranet.example.com', 'https://www.example.com'], credentials: true })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://www.example.com' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['http://intranet.example.com'], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: "a developer's machine, where asked for",
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://app.example.com', 'http://localhost:3000'], credentials: true })
      `,
      errors: [
        {
          messageId: 'development',
          data: { origin: 'http://localhost:3000' },
          line: 3,
          column: 59,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://localhost:3000' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['https://app.example.com'], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a tunnel and a machine of the network, where asked for',
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://abc123.ngrok-free.app', 'http://192.168.1.20:3000', 'https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'development',
          data: { origin: 'https://abc123.ngrok-free.app' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'https://abc123.ngrok-free.app' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['http://192.168.1.20:3000', 'https://app.example.com'] })
              `,
            },
          ],
        },
        {
          messageId: 'development',
          data: { origin: 'http://192.168.1.20:3000' },
          line: 3,
          column: 84,
          endLine: 3,
          endColumn: 110,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://192.168.1.20:3000' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://abc123.ngrok-free.app', 'https://app.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern for the own machine, where asked for',
      options: [{ developmentOrigins: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://app.example.com', /^https?:\/\/localhost(?::\d+)?$/] })
      `,
      errors: [
        {
          messageId: 'development',
          data: { origin: 'http://localhost:3000' },
          line: 3,
          column: 78,
          endLine: 3,
          endColumn: 111,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://localhost:3000' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://app.example.com'] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: "a developer's machine in a header, where asked for",
      options: [{ developmentOrigins: true }],
      code: code`
        import express from 'express'

        const app = express()
        app.use((req, res, next) => {
          res.set('Access-Control-Allow-Origin', 'http://localhost:4200')
          res.set('Access-Control-Allow-Credentials', 'true')
          next()
        })
      `,
      errors: [
        {
          messageId: 'development',
          data: { origin: 'http://localhost:4200' },
          line: 5,
          column: 42,
          endLine: 5,
          endColumn: 65,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import express from 'express'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                const app = express()
                app.use((req, res, next) => {
                  res.vary('Origin')
                  if (allowedOrigins.includes(req.headers.origin)) {
                    res.set('Access-Control-Allow-Origin', req.headers.origin)
                  }
                  res.set('Access-Control-Allow-Credentials', 'true')
                  next()
                })
              `,
            },
          ],
        },
      ],
    },
  ],
})
