import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }
const fromEnvironment = { cors: { allowedOrigins: { env: 'WEB_ORIGINS' } } }
const imported = { cors: { allowedOrigins: { module: './config/origins.js', export: 'allowedOrigins' } } }

runRule('no-bypassable-origin-check', rule, {
  valid: [
    {
      name: 'a list searched for the whole origin',
      code: code`
        import cors from 'cors'

        const partners = ['https://app.acme.io', 'https://shop.acme.io']
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, partners.includes(origin)) })
      `,
    },
    {
      name: 'the own domain, by scheme and dot',
      code: code`
        import cors from 'cors'

        function isOurs(origin) {
          const { protocol, hostname } = new URL(origin)
          return protocol === 'https:' && (hostname === 'acme.io' || hostname.endsWith('.acme.io'))
        }
        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (!origin) return callback(null, false)
            callback(null, isOurs(origin))
          },
        })
      `,
    },
    {
      name: 'the last labels of a host',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (!origin?.startsWith('https://')) return callback(null, false)
            const { hostname } = new URL(origin)
            callback(null, hostname.split('.').slice(-2).join('.') === 'acme.io')
          },
        })
      `,
    },
    {
      name: 'the labels behind the first one',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            const url = URL.parse(origin ?? '')
            if (url?.protocol !== 'https:') return callback(null, false)
            const [, ...rest] = url.hostname.split('.')
            callback(null, rest.join('.') === 'acme.io')
          },
        })
      `,
    },
    {
      name: 'a helper that understands stars, and rules that keep the dot',
      code: code`
        import cors from 'cors'

        const rules = ['https://*.acme.io', 'https://acme.io']

        function fits(rule, origin) {
          if (!rule.includes('*')) return rule === origin
          const [head, tail] = rule.split('*')
          return origin.startsWith(head) && origin.endsWith(tail)
        }
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, Boolean(origin) && rules.some((rule) => fits(rule, origin))),
        })
      `,
    },
    {
      name: 'an address that ends with a slash',
      code: code`
        import cors from 'cors'

        const sites = ['https://app.acme.io/', 'https://www.acme.io/']
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, sites.some((site) => new URL(origin).href.startsWith(site))),
        })
      `,
    },
    {
      name: 'prefixes for developers only',
      code: code`
        import cors from 'cors'

        const isDevelopment = process.env.NODE_ENV === 'development'
        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (isDevelopment && origin?.startsWith('http://localhost')) return callback(null, true)
            callback(null, origin === 'https://app.acme.io')
          },
        })
      `,
    },
    {
      name: 'production returns early',
      code: code`
        import cors from 'cors'

        const list = ['https://app.acme.io']
        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (process.env.NODE_ENV === 'production') return callback(null, list.includes(origin))
            callback(null, origin.includes('localhost'))
          },
        })
      `,
    },
    {
      name: 'the scheme of an extension',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, !!origin && origin.startsWith('moz-extension://')),
        })
      `,
    },
    {
      name: 'a scheme test in front of a list of hosts',
      code: code`
        import cors from 'cors'

        const hosts = new Set(['app.acme.io', 'www.acme.io'])
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, origin?.startsWith('https://') && hosts.has(origin.slice('https://'.length))),
        })
      `,
    },
    {
      name: 'a prefix that only sorts what is looked up afterwards',
      code: code`
        import cors from 'cors'

        import { partners } from './partners.js'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (!origin?.startsWith('https://partner.')) return callback(null, false)
            callback(null, partners.has(origin))
          },
        })
      `,
    },
    {
      name: 'a database that is asked with an object',
      code: code`
        import cors from 'cors'

        import { prisma } from './database.js'

        export default cors({
          credentials: true,
          origin: async (origin, callback) => {
            const site = await prisma.site.findFirst({ where: { origin } })
            callback(null, site !== null)
          },
        })
      `,
    },
    {
      name: 'a query builder that is asked with a function',
      code: code`
        import cors from 'cors'

        import { sites } from './database.js'

        export default cors({
          credentials: true,
          origin: async (o, cb) => {
            const row = await sites.query((q) => q.where('origin', o))
            cb(null, row !== undefined)
          },
        })
      `,
    },
    {
      name: 'rows of a prepared statement',
      code: code`
        import cors from 'cors'

        import { pool } from './database.js'

        export default cors({
          origin: async (o, cb) => {
            const { rows } = await pool.query('select 1 from sites where origin = $1', [o])
            cb(null, rows.length > 0)
          },
        })
      `,
    },
    {
      name: 'a check that refuses by error',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const allowed = { 'https://app.acme.io': true, 'https://www.acme.io': true }

        module.exports = cors({
          credentials: true,
          origin: function (origin, callback) {
            if (allowed[origin]) callback(null, true)
            else callback(new Error('CORS'))
          },
        })
      `,
    },
    {
      name: 'every website on purpose, which another rule reads',
      code: code`
        import cors from 'cors'

        export const list = 'https://acme.io'
        export default cors({ origin: 'https://acme.io', credentials: list.startsWith('https://') })
      `,
    },
  ],
  invalid: [
    {
      name: 'a class that keeps suffixes',
      code: code`
        import cors from 'cors'

        class OriginPolicy {
          #suffixes = ['acme.io', 'acme.de']
          allows(origin) {
            return this.#suffixes.some((suffix) => origin.endsWith(suffix))
          }
        }
        const policy = new OriginPolicy()
        export default cors({ credentials: true, origin: (o, cb) => cb(null, !!o && policy.allows(o)) })
      `,
      errors: [
        {
          messageId: 'prepended',
          data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
          line: 6,
          column: 44,
          endLine: 6,
          endColumn: 67,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                class OriginPolicy {
                  #suffixes = ['acme.io', 'acme.de']
                  allows(origin) {
                    return this.#suffixes.some((suffix) => origin.endsWith(suffix))
                  }
                }
                const policy = new OriginPolicy()
                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that strips the scheme',
      code: code`
        import cors from 'cors'

        function isTrusted(origin) {
          if (!origin) return false
          const host = origin.replace(/^https?:\/\//, '')
          return host.startsWith('app.acme.io')
        }
        export default cors((req, callback) => {
          const ok = isTrusted(req.header('Origin'))
          callback(null, { origin: ok, credentials: ok })
        })
      `,
      errors: [
        {
          messageId: 'appended',
          data: {
            where: '',
            origin: 'https://app.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 10,
          endLine: 6,
          endColumn: 40,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                function isTrusted(origin) {
                  if (!origin) return false
                  const host = origin.replace(/^https?:\/\//, '')
                  return host.startsWith('app.acme.io')
                }
                export default cors((req, callback) => {
                  const ok = isTrusted(req.header('Origin'))
                  callback(null, { origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: ok })
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a label anywhere in the host',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            const labels = new URL(origin).hostname.split('.')
            callback(null, labels.includes('acme'))
          },
        })
      `,
      errors: [
        {
          messageId: 'embedded',
          data: { where: '', origin: 'https://acme.evil.example', credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a helper that understands stars, and a rule without the dot',
      settings: listed,
      code: code`
        import cors from 'cors'

        const rules = ['https://*acme.io', 'https://acme.io']

        function fits(rule, origin) {
          if (!rule.includes('*')) return rule === origin
          const [head, tail] = rule.split('*')
          return origin.startsWith(head) && origin.endsWith(tail)
        }
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, Boolean(origin) && rules.some((rule) => fits(rule, origin))),
        })
      `,
      output: code`
        import cors from 'cors'

        const rules = ['https://*acme.io', 'https://acme.io']

        function fits(rule, origin) {
          if (!rule.includes('*')) return rule === origin
          const [head, tail] = rule.split('*')
          return origin.startsWith(head) && origin.endsWith(tail)
        }
        export default cors({
          credentials: true,
          origin: ['https://app.example.com'],
        })
      `,
      errors: [
        {
          messageId: 'prepended',
          data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
          line: 12,
          column: 67,
          endLine: 12,
          endColumn: 107,
        },
      ],
    },
    {
      name: 'an address that does not end with a slash',
      code: code`
        import cors from 'cors'

        const sites = ['https://app.acme.io', 'https://www.acme.io']
        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, sites.some((site) => new URL(origin).href.startsWith(site))),
        })
      `,
      errors: [
        {
          messageId: 'appended',
          data: {
            where: '',
            origin: 'https://app.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 69,
          endLine: 6,
          endColumn: 106,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const sites = ['https://app.acme.io', 'https://www.acme.io']
                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'localhost in production, too',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            if (origin && origin.startsWith('http://localhost')) return callback(null, true)
            callback(null, origin === 'https://app.acme.io')
          },
        })
      `,
      errors: [
        {
          messageId: 'appended',
          data: {
            where: '',
            origin: 'http://localhost.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 56,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'prefixes from the environment',
      settings: fromEnvironment,
      code: code`
        import cors from 'cors'

        const sites = (process.env.SITES ?? '').split(/\s*,\s*/)
        export default cors({ credentials: true, origin: (o, done) => done(null, sites.some((site) => o?.startsWith(site))) })
      `,
      output: code`
        import cors from 'cors'

        const sites = (process.env.SITES ?? '').split(/\s*,\s*/)
        export default cors({ credentials: true, origin: process.env.WEB_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
      `,
      errors: [
        {
          messageId: 'appended',
          data: {
            where: 'Where `process.env.SITES` is `https://app.example.com`, ',
            origin: 'https://app.example.com.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 4,
          column: 74,
          endLine: 4,
          endColumn: 115,
        },
      ],
    },
    {
      name: 'a text of the configuration that is searched',
      filename: 'src/http/cors.js',
      settings: imported,
      code: code`
        import cors from 'cors'

        const config = { cors: { origins: process.env.CORS_ORIGINS || 'https://app.acme.io,https://www.acme.io' } }
        export default cors({ credentials: true, origin: (o, done) => done(null, config.cors.origins.includes(o)) })
      `,
      output: code`
        import cors from 'cors'
        import { allowedOrigins } from '../../config/origins.js'

        const config = { cors: { origins: process.env.CORS_ORIGINS || 'https://app.acme.io,https://www.acme.io' } }
        export default cors({ credentials: true, origin: allowedOrigins })
      `,
      errors: [
        {
          messageId: 'part',
          data: {
            where: 'Where `process.env.CORS_ORIGINS` is `https://app.example.com`, ',
            origin: 'https://app.example.co',
            credentials: ' with the cookies of its visitors',
          },
          line: 4,
          column: 74,
          endLine: 4,
          endColumn: 105,
        },
      ],
    },
    {
      name: 'a legacy parser, destructured',
      languageOptions: commonjs,
      code: code`
        const { parse } = require('url')
        const cors = require('cors')

        module.exports = cors({
          credentials: true,
          origin: function (origin, callback) {
            if (!origin) return callback(null, false)
            const { hostname, protocol } = parse(origin)
            callback(null, protocol === 'https:' && hostname === 'app.acme.io')
          },
        })
      `,
      errors: [
        {
          messageId: 'parser',
          data: {
            where: '',
            origin: 'https://app.acme.io;.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 9,
          column: 45,
          endLine: 9,
          endColumn: 71,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                const { parse } = require('url')
                const cors = require('cors')

                module.exports = cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the port is cut off with the scheme',
      code: code`
        import cors from 'cors'

        const hosts = ['app.acme.io', 'www.acme.io']
        export default cors({
          credentials: true,
          origin(origin, callback) {
            const [, rest = ''] = (origin ?? '').split('://')
            callback(null, hosts.includes(rest.split(':')[0]))
          },
        })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { origin: 'http://app.acme.io', credentials: ' with the cookies of its visitors' },
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 54,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const hosts = ['app.acme.io', 'www.acme.io']
                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'the end of a list of labels without a scheme',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin(origin, callback) {
            const { hostname } = new URL(origin)
            callback(null, hostname.split('.').slice(-2).join('.') === 'acme.io')
          },
        })
      `,
      errors: [
        {
          messageId: 'scheme',
          data: { origin: 'http://acme.io', credentials: ' with the cookies of its visitors' },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 73,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  credentials: true,
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'two checks, each passed in its own way',
      code: code`
        import cors from 'cors'

        export default cors({
          origin(origin, callback) {
            if (origin?.startsWith('https://app.acme.io') || origin?.endsWith('acme.de')) return callback(null, true)
            callback(null, false)
          },
        })
      `,
      errors: [
        {
          messageId: 'appended',
          data: { where: '', origin: 'https://app.acme.io.evil.example', credentials: '' },
          line: 5,
          column: 9,
          endLine: 5,
          endColumn: 50,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({
                  origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [],
                })
              `,
            },
          ],
        },
      ],
    },
  ],
})
