import type { Library } from './harness/case.ts'
import { code } from './harness/code.ts'
import { expressHandler } from './harness/configurations.ts'
import { describeTable } from './harness/table.ts'

/** `firebase-functions` 7. The functions framework gives each function the `req` and `res` of Express. */
const firebase: Library = { name: 'firebase-functions', listen: expressHandler, vary: 'by the library' }

describeTable({
  library: { ...firebase, name: 'firebase-functions onRequest' },
  source: code`
    import { onRequest } from 'firebase-functions/v2/https'

    const ORIGINS = ['https://app.example.com', 'https://admin.example.com']

    export const orders = onRequest({ region: 'europe-west1', OPTIONS }, async (req, res) => {
      res.json({ orders: [] })
    })
  `,
  rows: [
    { options: ``, outcome: 'sound' },
    { options: `cors: true`, outcome: 'echoed' },
    { options: `cors: false`, outcome: 'sound' },
    { options: `cors: '*'`, outcome: 'anyone' },
    { options: `cors: ['*']`, outcome: 'anyone' },
    { options: `cors: ['*', 'https://app.example.com']`, outcome: 'sound' },
    { options: `cors: undefined`, outcome: 'echoed' },
    {
      options: `cors: process.env.ALLOWED_ORIGIN`,
      outcome: 'echoed',
      env: { ALLOWED_ORIGIN: undefined },
      silent: 'the variable is expected to be set',
    },
    {
      options: `cors: process.env.ALLOWED_ORIGIN`,
      outcome: 'sound',
      env: { ALLOWED_ORIGIN: 'https://app.example.com' },
    },
    { options: `cors: null`, outcome: 'sound' },
    { options: `cors: ''`, outcome: 'sound' },
    { options: `cors: []`, outcome: 'sound' },
    { options: `cors: 'https://app.example.com'`, outcome: 'sound' },
    { options: `cors: ['https://app.example.com']`, outcome: 'sound' },
    { options: `cors: ORIGINS`, outcome: 'sound' },
    { options: `cors: 'null'`, outcome: 'opaque' },
    { options: `cors: [...ORIGINS, 'null']`, outcome: 'opaque' },
    { options: String.raw`cors: /example\.com$/`, outcome: 'lookalike' },
    { options: String.raw`cors: [/^https:\/\/app.example\.com$/, 'https://admin.example.com']`, outcome: 'lookalike' },
    { options: String.raw`cors: [/^https:\/\/app\.example\.com$/]`, outcome: 'sound' },
    { options: `cors: 'https://app.example.com,https://admin.example.com'`, outcome: 'unusable' },
    { options: `cors: { origin: ORIGINS }`, outcome: 'echoed' },
    { options: `cors: new Set(ORIGINS)`, outcome: 'echoed' },
    { options: `origin: ORIGINS`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...firebase, name: 'firebase-functions onCall' },
  format: 'ts',
  source: code`
    import { onCall, HttpsError } from 'firebase-functions/v2/https'

    interface Message {
      readonly text: string
    }

    export const addMessage = onCall<Message>(OPTIONS (request) => {
      if (!request.auth) throw new HttpsError('unauthenticated', 'Sign in first.')
      return { text: request.data.text }
    })
  `,
  rows: [
    { options: ``, outcome: 'echoed' },
    { options: `{},`, outcome: 'echoed' },
    { options: `{ region: 'europe-west1' },`, outcome: 'echoed' },
    { options: `{ cors: true },`, outcome: 'echoed' },
    { options: `{ cors: '*' },`, outcome: 'anyone' },
    { options: `{ cors: ['*'] },`, outcome: 'anyone' },
    { options: `{ cors: false },`, outcome: 'sound' },
    { options: `{ cors: 'https://app.example.com' },`, outcome: 'sound' },
    { options: `{ cors: ['https://app.example.com', 'https://admin.example.com'] },`, outcome: 'sound' },
    { options: String.raw`{ cors: [/app\.example\.com/] },`, outcome: 'lookalike' },
    { options: String.raw`{ cors: [/^https:\/\/app\.example\.com$/], enforceAppCheck: true },`, outcome: 'sound' },
    { options: `{ cors: ['https://app.example.com', 'null'] },`, outcome: 'opaque' },
    { options: `{ enforceAppCheck: false, cors: undefined },`, outcome: 'echoed' },
    { options: `{ cors: [] },`, outcome: 'sound' },
  ],
})

describeTable({
  library: { ...firebase, name: 'firebase-functions v1' },
  format: 'cjs',
  source: code`
    const functions = require('firebase-functions/v1')
    const cors = require('cors')

    exports.api = OPTIONS
  `,
  rows: [
    {
      options: `functions.https.onRequest((req, res) => cors({ origin: true })(req, res, () => res.json({ ok: true })))`,
      outcome: 'echoed',
    },
    {
      options: `functions.https.onRequest((req, res) =>
      cors({ origin: 'https://app.example.com' })(req, res, () => res.send('ok')),
    )`,
      outcome: 'sound',
    },
    { options: `functions.https.onRequest((req, res) => res.json({ ok: true }))`, outcome: 'sound' },
    {
      options: `functions.https.onCall((data, context) => ({ uid: context.auth.uid }))`,
      outcome: 'echoed',
      silent: 'no option turns it off',
    },
    {
      options: `functions.region('europe-west1').https.onCall(async (data, context) => ({ text: data.text }))`,
      outcome: 'echoed',
      silent: 'no option turns it off',
    },
  ],
})

describeTable({
  library: { ...firebase, name: 'firebase-functions' },
  format: 'cjs',
  source: code`
    const { setGlobalOptions } = require('firebase-functions')
    const { onRequest } = require('firebase-functions/https')

    setGlobalOptions({ maxInstances: 10 })

    exports.api = onRequest(OPTIONS, (req, res) => {
      res.status(200).send({ ok: true })
    })
  `,
  rows: [
    { options: `{ cors: true }`, outcome: 'echoed' },
    { options: `{ cors: '*' }`, outcome: 'anyone' },
    { options: `{ cors: process.env.NODE_ENV === 'development' }`, outcome: 'sound', env: { NODE_ENV: 'production' } },
    { options: String.raw`{ cors: [/example\.com$/, 'https://admin.example.com'] }`, outcome: 'lookalike' },
    { options: `{ cors: ['https://app.example.com'] }`, outcome: 'sound' },
  ],
})
