import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-bypassable-origin-check', rule, {
  valid: [
    {
      name: 'a port that is left open, by default',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/app\.acme\.io(?::\d+)?$/ })
      `,
    },
    {
      name: 'a port that is left open, when the option is off',
      options: [{ ports: false }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/app\.acme\.io(?::\d+)?$/ })
      `,
    },
    {
      name: 'a port that is left open, without cookies',
      options: [{ ports: true }],
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/app\.acme\.io(?::\d+)?$/ })
      `,
    },
    {
      name: 'ports of the own machine',
      options: [{ ports: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^http:\/\/localhost(?::\d+)?$/ })
      `,
    },
    {
      name: 'two ports by number',
      options: [{ ports: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/app\.acme\.io:(?:8443|9443)$/ })
      `,
    },
    {
      name: 'whole origins',
      options: [{ ports: true }],
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://app.acme.io', 'https://app.acme.io:8443'] })
      `,
    },
    {
      name: 'any port in development',
      options: [{ ports: true }],
      code: code`
        import cors from 'cors'

        const isDevelopment = process.env.NODE_ENV !== 'production'
        export default cors({ credentials: true, origin: isDevelopment ? /^https:\/\/dev\.acme\.io(?::\d+)?$/ : 'https://acme.io' })
      `,
    },
  ],
  invalid: [
    {
      name: 'a port that is left open',
      options: [{ ports: true }],
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/app\.acme\.io(?::\d+)?$/ })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'port',
          data: { origin: 'https://app.acme.io:8443', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 86,
        },
      ],
    },
    {
      name: 'a hostname that is compared without the port',
      options: [{ ports: true }],
      code: code`
        import http from 'node:http'

        http.createServer((req, res) => {
          const { origin } = req.headers
          res.setHeader('Vary', 'Origin')
          if (origin && URL.canParse(origin)) {
            const { protocol, hostname } = new URL(origin)
            if (protocol === 'https:' && hostname === 'app.acme.io') {
              res.setHeader('Access-Control-Allow-Origin', origin)
              res.setHeader('Access-Control-Allow-Credentials', 'true')
            }
          }
          res.end()
        }).listen(1)
      `,
      errors: [
        {
          messageId: 'port',
          data: { origin: 'https://app.acme.io:8443', credentials: ' with the cookies of its visitors' },
          line: 8,
          column: 34,
          endLine: 8,
          endColumn: 60,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import http from 'node:http'
                const allowedOrigins = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []

                http.createServer((req, res) => {
                  const { origin } = req.headers
                  res.setHeader('Vary', 'Origin')
                  if (origin && URL.canParse(origin)) {
                    const { protocol, hostname } = new URL(origin)
                    if (protocol === 'https:' && hostname === 'app.acme.io') {
                      if (allowedOrigins.includes(origin)) {
                        res.setHeader('Access-Control-Allow-Origin', origin)
                      }
                      res.setHeader('Access-Control-Allow-Credentials', 'true')
                    }
                  }
                  res.end()
                }).listen(1)
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a graver way past speaks first',
      options: [{ ports: true }],
      settings: listed,
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^https:\/\/app\.acme\.io/ })
      `,
      output: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'openEnd',
          data: {
            where: '',
            origin: 'https://app.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 3,
          column: 50,
          endLine: 3,
          endColumn: 76,
        },
      ],
    },
  ],
})
