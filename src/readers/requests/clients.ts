import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../../modules.ts'
import type { Analysis } from '../../values/evaluate.ts'
import type { Frame, Node, Value } from '../../values/value.ts'

/** What sends requests. */
export interface Client {
  /** How messages call it. */
  readonly label: string
  readonly runsInBrowsers: boolean
  /** `config`: the argument has a `headers` field; `headers`: it is the headers themselves. */
  readonly takes: 'config' | 'headers'
  /** The first argument that may hold them. */
  readonly from: number
}

const FETCH: Client = { label: '`fetch`', runsInBrowsers: true, takes: 'config', from: 1 }
export const AXIOS: Client = { label: '`axios`', runsInBrowsers: true, takes: 'config', from: 0 }

const CONFIGURED = { runsInBrowsers: true, takes: 'config', from: 0 } as const

/** By package: what its exports, and what is made of them, send requests with. */
const BY_MODULE: Readonly<Record<string, Client>> = {
  'node-fetch': { ...FETCH, runsInBrowsers: false },
  'cross-fetch': FETCH,
  'isomorphic-fetch': FETCH,
  'isomorphic-unfetch': FETCH,
  unfetch: FETCH,
  'whatwg-fetch': FETCH,
  ofetch: { ...FETCH, label: '`ofetch`', from: 0 },
  undici: { ...FETCH, label: '`undici`', runsInBrowsers: false },
  axios: AXIOS,
  ky: { ...CONFIGURED, label: '`ky`' },
  wretch: { ...CONFIGURED, label: '`wretch`' },
  got: { ...CONFIGURED, label: '`got`', runsInBrowsers: false },
  superagent: { ...CONFIGURED, label: '`superagent`' },
  request: { ...CONFIGURED, label: '`request`', runsInBrowsers: false },
  'request-promise': { ...CONFIGURED, label: '`request`', runsInBrowsers: false },
  needle: { ...CONFIGURED, label: '`needle`', runsInBrowsers: false },
  jquery: { ...CONFIGURED, label: '`jQuery`' },
}

/** Calls of Node's modules that send requests; the same modules have servers. */
const NODE_CLIENT: Client = { ...CONFIGURED, label: 'A request of Node', runsInBrowsers: false }
/** The data of these comes before their options. */
const WITH_DATA = /(?:^|\.)(?:post|put|patch)$/

/** The client that a call or a `new` asks to send a request, or to prepare one. */
export function clientOf(
  analysis: Analysis,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  frame: Frame | null,
): Client | undefined {
  const [only] = analysis.evaluate(call.callee, frame, {})
  if (!only) return undefined
  if (call.type === 'NewExpression') return classOf(only.value)
  return clientBehind(only.value)
}

/** The client whose export, or instance, a value is: `axios.create(…).get`. */
export function clientBehind(value: Value): Client | undefined {
  const target = exportOf(value)
  if (target) return clientOfExport(target.module, target.name)
  if (value.kind !== 'external' || value.root.type !== 'global') return undefined
  const name = [value.root.name, ...value.path].join('.').replace(/^(?:window|globalThis|self|global)\./, '')
  if (name === 'fetch') return FETCH
  if (name === 'axios' || name.startsWith('axios.')) return axiosOf(name)
  return /^(?:\$|jQuery)\.(?:ajax|get|post|ajaxSetup)$/.test(name) ? BY_MODULE.jquery : undefined
}

function clientOfExport(module: string, name: string): Client | undefined {
  if (/^https?$/.test(module)) return /^(?:request|get)\b/.test(name) ? NODE_CLIENT : undefined
  const client = Object.hasOwn(BY_MODULE, module) ? BY_MODULE[module] : undefined
  if (module === 'undici' && !/^(?:fetch|request)$/.test(name)) return undefined
  return client === AXIOS ? axiosOf(name) : client
}

function axiosOf(name: string): Client {
  return WITH_DATA.test(name) ? { ...AXIOS, from: 2 } : AXIOS
}

/** `new Request(url, init)`, and Angular's `new HttpHeaders({ … })`. */
function classOf(value: Value): Client | undefined {
  const target = exportOf(value)
  if (target?.module === '@angular/common/http' && target.name === 'HttpHeaders')
    return { label: '`HttpClient`', runsInBrowsers: true, takes: 'headers', from: 0 }
  if (value.kind !== 'external' || value.root.type !== 'global' || value.path.length > 0) return undefined
  return value.root.name === 'Request' ? { ...FETCH, label: 'A `Request`' } : undefined
}

/** `XMLHttpRequest`, by its method, which nothing else has. */
export const XHR: Client = { label: '`XMLHttpRequest`', runsInBrowsers: true, takes: 'headers', from: 0 }

/** Whether a function is handed every request of a client before it is sent. */
export function isInterceptor(fn: Node, text: string): boolean {
  const call = fn.parent
  return (
    call?.type === 'CallExpression' &&
    /\binterceptors\.request\.use$/.test(text.slice(call.callee.range[0], call.callee.range[1]))
  )
}
