/** Code to measure: what differs is how much of it is about CORS. */

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n')

const HEAD = `import express from 'express'\nimport { db } from './db.js'\nconst app = express()\napp.use(express.json())\n`

const route = (index) => `app.get('/items/${String(index)}', async (req, res, next) => {
  try {
    const item = await db.find({ id: req.params.id, kind: ${String(index)} })
    if (!item) return res.status(404).json({ message: 'not found' })
    res.json({ ...item, links: [item.id, item.next].map((id) => '/items/' + id) })
  } catch (error) {
    next(error)
  }
})`

/** An Express server of about 300 lines, without a word about CORS. */
export const plainServer = HEAD + lines(32, route)

/** The same with a policy and with headers that are written by hand; with more routes, and with another origin. */
export const corsServerOf = (routes, second) => `import cors from 'cors'
${HEAD}
const origins = ['https://app.example.com', '${second}']
app.use(cors({ origin: (origin, callback) => callback(null, origins.includes(origin)), credentials: true, maxAge: 600 }))
app.use('/feed', (req, res, next) => {
  const { origin } = req.headers
  res.vary('Origin')
  if (origins.includes(origin)) res.set('Access-Control-Allow-Origin', origin)
  next()
})
${lines(routes, route)}`

export const corsServer = corsServerOf(32, 'https://admin.example.com')

/** About 5,000 lines with one policy. */
export const longServer = `import cors from 'cors'\n${HEAD}app.use(cors({ origin: 'https://app.example.com' }))\n${lines(555, route)}`

/** As many policies as one likes. */
export const manyPolicies = (count) =>
  `import cors from 'cors'\n${HEAD}${lines(count, (index) => `app.use('/p${String(index)}', cors({ origin: 'https://a${String(index)}.example.com', maxAge: 600 }))`)}`

/** Patterns that keep a backtracking engine busy for years. */
export const hostilePatterns = [
  String.raw`/^(?:https:\/\/(?:a+)+)+$/`,
  String.raw`/^https:\/\/(?:[a-z]+\.?)*example\.com$/`,
  String.raw`/^https:\/\/(?:.*)*(?:.*)*(?:.*)*evil$/`,
  String.raw`/^(?:a?){60}a{60}$/`,
  String.raw`/^https:\/\/(?:\w{1,60}\.){1,60}com$/`,
]

export const withPattern = (pattern) =>
  `import cors from 'cors'\n${HEAD}app.use(cors({ origin: ${pattern}, credentials: true }))`
