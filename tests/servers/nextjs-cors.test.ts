import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { expressHandler } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

/** `nextjs-cors` 2.2, in the API routes of Next.js pages. */
const nextCors: Library = { name: 'nextjs-cors', listen: expressHandler, vary: 'by the library' }

describeTable({
  library: nextCors,
  format: 'ts',
  filename: 'pages/api/orders.ts',
  source: code`
    import type { NextApiRequest, NextApiResponse } from 'next'
    import NextCors from 'nextjs-cors'

    const ALLOWED = ['https://app.example.com', 'https://admin.example.com']

    export default async function handler(req: NextApiRequest, res: NextApiResponse) {
      await NextCors(req, res OPTIONS)

      res.json({ orders: [] })
    }
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `, {}`, outcome: 'anyone' },
    { options: `, { methods: ['GET', 'HEAD'], origin: '*', optionsSuccessStatus: 200 }`, outcome: 'anyone' },
    { options: `, { credentials: true }`, outcome: 'conflict' },
    { options: `, { origin: '*', credentials: true }`, outcome: 'conflict' },
    { options: `, { origin: true }`, outcome: 'echoed' },
    { options: `, { origin: true, credentials: true }`, outcome: 'echoed' },
    { options: `, { origin: ['*'] }`, outcome: 'sound' },
    { options: `, { origin: 'https://app.example.com', credentials: true }`, outcome: 'sound' },
    { options: `, { origin: ALLOWED, credentials: true }`, outcome: 'sound' },
    { options: `, { origin: 'null' }`, outcome: 'opaque' },
    { options: String.raw`, { origin: /example\.com$/ }`, outcome: 'lookalike' },
    { options: String.raw`, { origin: /^https:\/\/app\.example\.com$/ }`, outcome: 'sound' },
    { options: `, { origin: false }`, outcome: 'sound' },
    { options: `, { origins: ALLOWED }`, outcome: 'anyone' },
    { options: `, { origin: new Set(ALLOWED) }`, outcome: 'echoed' },
    { options: `, { origin: req.headers.origin }`, outcome: 'echoed' },
    {
      options: `, { origin: process.env.ORIGINS?.split(','), credentials: true }`,
      outcome: 'sound',
      env: { ORIGINS: 'https://app.example.com' },
    },
  ],
})

describeTable({
  library: nextCors,
  format: 'cjs',
  filename: 'pages/api/status.js',
  source: code`
    const NextCors = require('nextjs-cors')

    const allowed = new Set(['https://app.example.com', 'https://admin.example.com'])

    const options = {
      methods: ['GET', 'PUT'],
      OPTIONS
    }

    module.exports = async (req, res) => {
      await NextCors(req, res, options)
      res.status(200).json({ up: true })
    }
  `,
  rows: [
    { options: ``, outcome: 'anyone' },
    { options: `origin: (origin, callback) => callback(null, allowed.has(origin)),`, outcome: 'sound' },
    { options: `origin: (origin, callback) => callback(null, true), credentials: true,`, outcome: 'echoed' },
    {
      options: `origin: (origin = '', callback) => callback(null, origin.startsWith('https://app.example.com')),`,
      outcome: 'lookalike',
    },
  ],
})
