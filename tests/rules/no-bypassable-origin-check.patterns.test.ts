import rule from '../../rules/no-bypassable-origin-check.ts'
import { code } from '../servers/harness/code.ts'
import { runRule } from '../support/rule-tester.ts'

const commonjs = { sourceType: 'commonjs' } as const

const listed = { cors: { allowedOrigins: ['https://app.example.com'] } }

runRule('no-bypassable-origin-check', rule, {
  valid: [
    {
      name: 'patterns that are escaped before they are built',
      languageOptions: commonjs,
      code: code`
        const cors = require('cors')
        const escape = (text) => text.replace(/[.*+?^\${}()|[\]\\]/g, '\\$&')
        const hosts = ['app.acme.io', 'shop.acme.io']
        module.exports = cors({ credentials: true, origin: new RegExp(\`^https://(\${hosts.map(escape).join('|')})$\`) })
      `,
    },
    {
      name: 'anchored and escaped patterns beside texts',
      code: code`
        import cors from 'cors'

        const origin = ['https://acme.io', /^https:\/\/[a-z0-9-]+\.acme\.io$/, /^https:\/\/(?:www\.)?acme\.(?:de|fr)$/]
        export default cors({ origin, credentials: true })
      `,
    },
    {
      name: 'a port ends the host',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: (origin, done) => done(null, origin === 'https://app.acme.io' || /^http:\/\/localhost:/.test(origin ?? '')),
        })
      `,
    },
    {
      name: 'an environment list, split by a pattern',
      code: code`
        import cors from 'cors'

        const sites = (process.env.SITES ?? '').split(/\s*,\s*/)
        export default cors({ credentials: true, origin: (origin, callback) => callback(null, sites.some((site) => site === origin)) })
      `,
    },
    {
      name: 'a host without a scheme, where cookies are not sent',
      code: code`
        import cors from 'cors'

        export default cors({ origin: (origin, callback) => callback(null, origin?.endsWith('.acme.io') === true) })
      `,
    },
    {
      name: 'any port of a host, unless the option asks for it',
      code: code`
        import cors from 'cors'

        export default cors({
          credentials: true,
          origin: (origin, callback) => callback(null, /^https:\/\/app\.acme\.io(?::\d+)?$/.test(origin ?? '')),
        })
      `,
    },
    {
      name: 'a pattern with look-ahead, which is not tried',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/(?!internal)[a-z]+\.acme\.io$/, credentials: true })
      `,
    },
    {
      name: 'machines of a local network',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^http:\/\/192\.168\.\d+\.\d+:8080$/, credentials: true })
      `,
    },
    {
      name: 'an exact pattern in a delegate',
      code: code`
        import cors from 'cors'

        const site = /^https:\/\/app\.acme\.io$/i
        export default cors((req, callback) => callback(null, { origin: site, credentials: true }))
      `,
    },
    {
      name: 'a group of whole origins',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: /^(?:https:\/\/acme\.io|https:\/\/acme\.de|app:\/\/acme)$/ })
      `,
    },
  ],
  invalid: [
    {
      name: 'a pattern joined from a list',
      settings: listed,
      code: code`
        import cors from 'cors'

        const hosts = ['app.acme.io', 'shop.acme.io']
        export default cors({ credentials: true, origin: new RegExp(\`^https://(\${hosts.join('|')})$\`) })
      `,
      output: code`
        import cors from 'cors'

        const hosts = ['app.acme.io', 'shop.acme.io']
        export default cors({ credentials: true, origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'dot',
          data: { where: '', origin: 'https://appxacme.io', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 50,
          endLine: 4,
          endColumn: 94,
        },
      ],
    },
    {
      name: 'a list turned into patterns',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['app.acme.io', 'shop.acme.io'].map((host) => new RegExp(host)), credentials: true })
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
          column: 77,
          endLine: 3,
          endColumn: 93,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: ['app.acme.io', 'shop.acme.io'].map((host) => process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []), credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a glob turned into a pattern',
      code: code`
        import cors from 'cors'

        const toPattern = (glob) => new RegExp('^' + glob.replace('*', '[a-z0-9-]+') + '$')
        export default cors({ origin: toPattern('https://*.acme.io'), credentials: true })
      `,
      errors: [
        {
          messageId: 'dot',
          data: { where: '', origin: 'https://evilxacme.io', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 84,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const toPattern = (glob) => process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? []
                export default cors({ origin: toPattern('https://*.acme.io'), credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'alternatives that are not grouped',
      settings: listed,
      code: code`
        import cors from 'cors'

        // Both shops.
        export default cors({ origin: /^https:\/\/shop\.acme\.io|https:\/\/shop\.acme\.de$/, credentials: true })
      `,
      output: code`
        import cors from 'cors'

        // Both shops.
        export default cors({ origin: ['https://app.example.com'], credentials: true })
      `,
      errors: [
        {
          messageId: 'alternation',
          data: {
            where: '',
            origin: 'https://shop.acme.io.evil.example',
            credentials: ' with the cookies of its visitors',
          },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 84,
        },
      ],
    },
    {
      name: 'an optional dot',
      code: code`
        import cors from 'cors'

        export default cors({ origin: [/^https:\/\/([a-z]+\.?)?acme\.io$/, 'https://acme.de'], credentials: true })
      `,
      errors: [
        {
          messageId: 'wide',
          data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 32,
          endLine: 3,
          endColumn: 66,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a scheme is all that is asked for',
      code: code`
        import cors from 'cors'

        export default cors({ credentials: true, origin: (o, cb) => cb(null, /^https:\/\/[^/]+$/.test(o ?? '')) })
      `,
      errors: [
        {
          messageId: 'any',
          data: { origin: 'https://evil.example', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 89,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ credentials: true, origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a preview host without a dot',
      code: code`
        import cors from 'cors'

        export default cors({ origin: ['https://acme.io', /^https:\/\/preview.acme.io$/] })
      `,
      errors: [
        {
          messageId: 'dot',
          data: { where: '', origin: 'https://previewxacme.io', credentials: '' },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 80,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [] })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'options that are shared and spread',
      settings: listed,
      code: code`
        import cors from 'cors'

        const base = { methods: ['GET'], credentials: true }
        export const api = cors({ ...base, origin: /acme\.io$/ })
      `,
      output: code`
        import cors from 'cors'

        const base = { methods: ['GET'], credentials: true }
        export const api = cors({ ...base, origin: ['https://app.example.com'] })
      `,
      errors: [
        {
          messageId: 'openStart',
          data: { where: '', origin: 'https://evilacme.io', credentials: ' with the cookies of its visitors' },
          line: 4,
          column: 44,
          endLine: 4,
          endColumn: 55,
        },
      ],
    },
    {
      name: 'an end that is left to one of the alternatives',
      code: code`
        import cors from 'cors'

        const sites = [/^https:\/\/acme\.io$/, /^https:\/\/acme\.de$|^https:\/\/acme\.fr/]
        export default cors({ origin: (o, cb) => cb(null, sites.some((site) => site.test(o ?? ''))), credentials: true })
      `,
      errors: [
        {
          messageId: 'alternation',
          data: { where: '', origin: 'https://acme.fr.evil.example', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 40,
          endLine: 3,
          endColumn: 82,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                const sites = [/^https:\/\/acme\.io$/, /^https:\/\/acme\.de$|^https:\/\/acme\.fr/]
                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
          ],
        },
      ],
    },
    {
      name: 'a top-level domain that is left open',
      code: code`
        import cors from 'cors'

        export default cors({ origin: /^https:\/\/acme\.[a-z]{2,3}$/, credentials: true })
      `,
      errors: [
        {
          messageId: 'wide',
          data: { where: '', origin: 'https://acme.com', credentials: ' with the cookies of its visitors' },
          line: 3,
          column: 31,
          endLine: 3,
          endColumn: 61,
          suggestions: [
            {
              messageId: 'allowlist',
              data: { list: 'CORS_ALLOWED_ORIGINS' },
              output: code`
                import cors from 'cors'

                export default cors({ origin: process.env.CORS_ALLOWED_ORIGINS?.split(',').map((entry) => entry.trim()) ?? [], credentials: true })
              `,
            },
          ],
        },
      ],
    },
  ],
})
