import { createRequire } from 'node:module'
import type { RequestListener, ServerResponse } from 'node:http'

const require = createRequire(import.meta.url)

/** What tests use of packages that come without types. */
type Next = (error?: unknown) => void
type Middleware = (req: unknown, res: ExpressResponse, next: Next) => void
type ErrorMiddleware = (error: unknown, req: unknown, res: ExpressResponse, next: Next) => void

export interface ExpressResponse extends ServerResponse {
  set(name: string, value: unknown): this
  set(headers: Readonly<Record<string, unknown>>): this
  header(name: string, value: unknown): this
  status(code: number): this
  send(body: string): this
}

export type Application = RequestListener & {
  use(middleware: Middleware | ErrorMiddleware): void
  all(path: string, handler: Middleware): void
}

/** A client of `ws`. */
export interface SocketClient {
  on(event: 'message', listener: (data: Buffer) => void): void
  on(event: 'error', listener: (error: Error) => void): void
  terminate(): void
}

export interface SocketClientOptions {
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
  readonly handshakeTimeout: number
}

export const cors = require('cors') as (options: unknown) => Middleware
export const express = require('express') as () => Application
export const { WebSocket } = require('ws') as {
  readonly WebSocket: new (url: string, options: SocketClientOptions) => SocketClient
}
