import rule from '../../rules/no-insecure-origin.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

runRule('no-insecure-origin', rule, {
  valid: [],
  invalid: [
    {
      name: 'the only one',
      code: code`
        import cors from 'cors'
        import express from 'express'

        const app = express()
        app.use(cors({ origin: 'http://shop.example.com', credentials: true }))
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://shop.example.com' },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 49,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                app.use(cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true }))
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://shop.example.com' },
              output: code`
                import cors from 'cors'
                import express from 'express'

                const app = express()
                app.use(cors({ origin: 'https://shop.example.com', credentials: true }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a constant',
      languageOptions: commonjs,
      code: code`
        const express = require('express')
        const cors = require('cors')

        const CLIENT_URL = 'http://client.example.com:3000'
        const app = express()
        app.use(cors({ origin: CLIENT_URL, credentials: true }))
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://client.example.com:3000' },
          line: 4,
          column: 20,
          endLine: 4,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const express = require('express')
                const cors = require('cors')

                const CLIENT_URL = process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                const app = express()
                app.use(cors({ origin: CLIENT_URL, credentials: true }))
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://client.example.com:3000' },
              output: code`
                const express = require('express')
                const cors = require('cors')

                const CLIENT_URL = 'https://client.example.com:3000'
                const app = express()
                app.use(cors({ origin: CLIENT_URL, credentials: true }))
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the fallback of the environment',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors');

        module.exports = cors({
          origin: process.env.CLIENT_URL || "http://www.example.com",
          credentials: true,
        });
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://www.example.com' },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const cors = require('cors');

                module.exports = cors({
                  origin: process.env.CLIENT_URL || (process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []),
                  credentials: true,
                });
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://www.example.com' },
              output: code`
                const cors = require('cors');

                module.exports = cors({
                  origin: process.env.CLIENT_URL || 'https://www.example.com',
                  credentials: true,
                });
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a pattern for both schemes',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https?:\/\/app\.example\.com$/, credentials: true })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://app.example.com' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 63,
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
              messageId: 'onlyHttps',
              output: code`
                import cors from 'cors'

                export default cors({ origin: /^https:\/\/app\.example\.com$/, credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'production, beside development',
      code: code`
        import cors from 'cors'

        const isProduction = process.env.NODE_ENV === 'production'
        export default cors({
          credentials: true,
          origin: isProduction ? ['http://prod.example.com'] : ['http://localhost:3000'],
        })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://prod.example.com' },
          line: 6,
          column: 27,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const isProduction = process.env.NODE_ENV === 'production'
                export default cors({
                  credentials: true,
                  origin: isProduction ? process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] : ['http://localhost:3000'],
                })
              `,
            },
            {
              messageId: 'useHttps',
              data: { origin: 'https://prod.example.com' },
              output: code`
                import cors from 'cors'

                const isProduction = process.env.NODE_ENV === 'production'
                export default cors({
                  credentials: true,
                  origin: isProduction ? ['https://prod.example.com'] : ['http://localhost:3000'],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'an address of the internet',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: ['http://203.0.113.7:8080', 'https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'insecure',
          data: { origin: 'http://203.0.113.7:8080' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 76,
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
              messageId: 'useHttps',
              data: { origin: 'https://203.0.113.7:8080' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://203.0.113.7:8080', 'https://app.example.com'] })
              `,
            },
            {
              messageId: 'remove',
              data: { origin: 'http://203.0.113.7:8080' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: ['https://app.example.com'] })
              `,
            },
          ],
        },
      ],
    },
  ],
})
