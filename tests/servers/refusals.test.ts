import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'

import rule from '../../rules/cors-before-routes.ts'
import type { Library } from './harness/case.ts'
import { nodeServer } from './harness/listen.ts'
import { serving } from './harness/serve.ts'

/**
 * What stands in front of CORS, of packages that the lint knows by name: whether it turns preflights away, which
 * bring no credentials, is the package's own doing and is asked for here.
 */
const PACKAGES: readonly { readonly name: string; readonly refuses: boolean; readonly code: string }[] = [
  {
    name: 'passport with passport-jwt',
    refuses: true,
    code: `
      import passport from 'passport'
      import { ExtractJwt, Strategy } from 'passport-jwt'
      passport.use(new Strategy({ secretOrKey: 'secret', jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken() }, (payload, done) => done(null, payload)))
      app.use(passport.initialize())
      app.use(passport.authenticate('jwt', { session: false }))`,
  },
  {
    name: 'passport with passport-http-bearer',
    refuses: true,
    code: `
      import passport from 'passport'
      import { Strategy } from 'passport-http-bearer'
      passport.use(new Strategy((token, done) => done(null, { token })))
      app.use(passport.authenticate('bearer', { session: false }))`,
  },
  {
    name: 'passport with passport-http, basic',
    refuses: true,
    code: `
      import passport from 'passport'
      import http from 'passport-http'
      passport.use(new http.BasicStrategy((name, password, done) => done(null, { name })))
      app.use(passport.authenticate('basic', { session: false }))`,
  },
  {
    name: 'passport with passport-http, digest',
    refuses: true,
    code: `
      import passport from 'passport'
      import http from 'passport-http'
      passport.use(new http.DigestStrategy({ qop: 'auth' }, (name, done) => done(null, { name }, 'secret')))
      app.use(passport.authenticate('digest', { session: false }))`,
  },
  {
    name: 'passport.initialize alone',
    refuses: false,
    code: `
      import passport from 'passport'
      app.use(passport.initialize())`,
  },
  {
    name: 'express-basic-auth',
    refuses: true,
    code: `
      import basicAuth from 'express-basic-auth'
      app.use(basicAuth({ users: { admin: 'secret' } }))`,
  },
  {
    name: 'express-oauth2-jwt-bearer',
    refuses: true,
    code: `
      import { auth } from 'express-oauth2-jwt-bearer'
      app.use(auth({ secret: 'x'.repeat(32), tokenSigningAlg: 'HS256', issuer: 'https://id.example.com/', audience: 'api' }))`,
  },
  {
    name: 'express-oauth2-jwt-bearer where it is optional',
    refuses: false,
    code: `
      import { auth } from 'express-oauth2-jwt-bearer'
      app.use(auth({ authRequired: false, secret: 'x'.repeat(32), tokenSigningAlg: 'HS256', issuer: 'https://id.example.com/', audience: 'api' }))`,
  },
  {
    name: 'express-jwt',
    refuses: false,
    code: `
      import { expressjwt } from 'express-jwt'
      app.use(expressjwt({ secret: 'secret', algorithms: ['HS256'] }))`,
  },
]

const library: Library = { name: 'express', listen: nodeServer, vary: 'by the library' }

/** The package first, CORS second, a route last. Imports are hoisted, wherever they stand. */
function server(code: string): string {
  return `import cors from 'cors'
import express from 'express'
const app = express()
${code}
app.use(cors({ origin: 'https://app.example.com' }))
app.get('/', (req, res) => res.json({}))
export default app
`
}

/** The answer to the preflight of a request that will bring a token. */
function preflight(source: string): Promise<{ status: number; origin: string | null }> {
  return serving(library, { source }, async (url) => {
    const { status, headers } = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://app.example.com',
        'Access-Control-Request-Method': 'GET',
        'Access-Control-Request-Headers': 'authorization',
      },
    })
    return { status, origin: headers.get('access-control-allow-origin') }
  })
}

function reports(source: string): (string | undefined)[] {
  const plugins = { cors: { rules: { order: rule } } }
  return new Linter()
    .verify(source, [{ plugins, rules: { 'cors/order': 'error' } }])
    .map(({ messageId, message }) => messageId ?? message)
}

describe.each(PACKAGES)('$name in front of CORS', ({ refuses, code }) => {
  const source = server(code)

  test(refuses ? 'refuses preflights' : 'lets preflights pass', async () => {
    const { status, origin } = await preflight(source)
    expect({ status, origin }).toEqual(
      refuses ? { status: 401, origin: null } : { status: 204, origin: 'https://app.example.com' },
    )
  })

  test(refuses ? 'is reported' : 'is not reported', () => {
    expect(reports(source)).toHaveLength(refuses ? 1 : 0)
  })
})
