import { createServer, type RequestListener, type Server } from 'node:http'

import express from 'express'

import type { Exports } from './case.ts'

type ExpressHandler = express.RequestHandler

/** `export default (req, res) => …`, or a function under another name, with the `req` and `res` of Express. */
export function expressHandler(exports: Exports): Server {
  const handler = Object.values(exports).find((value) => typeof value === 'function') as ExpressHandler
  return createServer(express().use(handler) as RequestListener)
}
