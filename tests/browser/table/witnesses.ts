import { APP, closed, STRANGER, type Row } from '../harness/row.ts'
import { MISSING } from '../messages.ts'

const CHECKS = [
  ['A11', 'a beginning', "origin.startsWith('https://app.example.com')", 'https://app.example.com.evil.example'],
  ['A12', 'an end', "origin.endsWith('example.com')", 'https://evilexample.com'],
  ['A13', 'a part', "origin.includes('example.com')", 'https://example.com.evil.example'],
  ['A14', 'a part, the other way round', "'https://app.example.com'.includes(origin)", 'https://app.example.co'],
  ['A15', 'a dot', '/^https:\\/\\/app.example\\.com$/.test(origin)', 'https://appxexample.com'],
  ['A16', 'an open end', '/^https:\\/\\/app\\.example\\.com/.test(origin)', 'https://app.example.com.evil.example'],
] as const

/** Checks that are passed by an origin of the attacker's own. */
export const WITNESSES: readonly Row[] = CHECKS.map(([kind, part, check, witness]) => ({
  kind,
  name: `a check of ${part}: ${witness} reads with cookies`,
  source: `export default (req, res) => {
  const { origin } = req.headers
  res.setHeader('Vary', 'Origin')
  if (origin && ${check}) {
    res.setHeader('Access-Control-Allow-Origin', origin)
    res.setHeader('Access-Control-Allow-Credentials', 'true')
  }
  res.end('{}')
}
`,
  rules: ['no-bypassable-origin-check'],
  visits: [
    { origin: APP, credentials: true },
    { origin: witness, credentials: true },
    { origin: STRANGER, credentials: true, error: MISSING },
  ],
  fixed: closed(true, witness),
}))
