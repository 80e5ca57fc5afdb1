import { code, type Example } from './example.ts'

/** Node servers that are told by options. */
export const SERVERS: readonly Example[] = [
  {
    library: 'Express with cors',
    title: 'every site may read profiles, with cookies',
    language: 'ts',
    rules: ['no-reflected-origin'],
    code: code`
      import cors from 'cors'
      import express, { type Request, type Response } from 'express'

      const app = express()

      app.use(cors({ origin: true, credentials: true }))

      app.get('/profile', (req: Request, res: Response) => {
        res.json({ name: 'Ada', email: 'ada@example.com' })
      })

      app.listen(3000)
    `,
  },
]
