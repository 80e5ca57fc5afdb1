import type { TSESTree } from '@typescript-eslint/utils'
import type { Analyzed } from '../../analyses.ts'
import type { OutgoingRequest, RequestHeader } from '../../policy.ts'
import { and, type Condition } from '../../values/condition.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { rootOf } from '../../values/flow.ts'
import { objectFromEntries } from '../../values/objects.ts'
import { methodName, staticKey, unwrap, wrapped } from '../../values/tree.ts'
import type { Frame, Node, Value } from '../../values/value.ts'
import { AXIOS, clientBehind, clientOf, isInterceptor, XHR, type Client } from './clients.ts'

const RELEVANT = /^access-control-/
const NAMES_HEADER = /access-control-/i
const SETTERS = /^(?:set|append|header|setHeader|setRequestHeader)$/
const PRODUCTION = { environment: 'production' } as const

/** Reads the requests of a file that carry CORS headers. */
export function readRequests({ analysis, contexts }: Analyzed): readonly OutgoingRequest[] {
  return NAMES_HEADER.test(analysis.text) ? new RequestReader(analysis, contexts).read() : []
}

class RequestReader {
  private readonly analysis: Analysis
  private readonly contexts: Contexts
  private readonly found: OutgoingRequest[] = []
  /** `Headers` objects that requests are given, by the place where they are made. */
  private readonly given = new Map<Node, Client>()

  constructor(analysis: Analysis, contexts: Contexts) {
    this.analysis = analysis
    this.contexts = contexts
  }

  read(): readonly OutgoingRequest[] {
    const { tree } = this.analysis
    for (const call of [...tree.calls, ...tree.news]) this.fromSending(call)
    for (const call of tree.calls) this.fromSetter(call)
    for (const assignment of tree.assignments) this.fromAssignment(assignment)
    return this.found
  }

  /** `fetch(url, { headers })` */
  private fromSending(call: TSESTree.CallExpression | TSESTree.NewExpression): void {
    if (call.arguments.length === 0) return
    for (const frame of this.contexts.of(call)) {
      this.analysis.refuel()
      const client = clientOf(this.analysis, call, frame)
      if (!client) return
      const reached = this.analysis.reach(call, frame)
      const headers = call.arguments
        .slice(client.from)
        .flatMap((argument) => (argument.type === 'SpreadElement' ? [] : this.inArgument(argument, frame, client)))
        .filter(({ when }) => this.happens(and(reached, when)))
      this.add(call, client, headers)
    }
  }

  private inArgument(argument: Node, frame: Frame | null, client: Client): readonly Found[] {
    return this.analysis.evaluate(argument, frame, {}).flatMap(({ value, when }) => {
      if (client.takes === 'headers') return this.inHeaders(value, when, client)
      const field = value.kind === 'object' ? value.fields.get('headers') : undefined
      return (field?.choices() ?? []).flatMap((choice) =>
        this.inHeaders(choice.value, and(when, field?.when ?? when, choice.when), client),
      )
    })
  }

  /** The headers that an object, a list of pairs, or a `Headers` made of one, holds. */
  private inHeaders(value: Value, when: Condition, client: Client, depth = 0): readonly Found[] {
    if (value.kind === 'instance') {
      this.given.set(value.node, client)
      const source = value.of === 'Headers' || value.of === 'Map' ? value.args[0]?.() : undefined
      return depth > 3 ? [] : (source ?? []).flatMap((one) => this.inHeaders(one.value, when, client, depth + 1))
    }
    const object = value.kind === 'list' ? objectFromEntries(value, value.node) : value
    if (object.kind !== 'object') return []
    return [...object.fields].flatMap(([name, field]): readonly Found[] => {
      const own = { name: name.toLowerCase(), node: placeOf(field.node), when: and(when, field.when) }
      if (RELEVANT.test(own.name)) return [own]
      // `axios.create({ headers: { common: { … } } })`
      const nested = client.label === AXIOS.label && depth === 0 ? field.choices() : []
      return nested.flatMap((one) =>
        one.value.kind === 'object' ? this.inHeaders(one.value, and(own.when, one.when), client, 1) : [],
      )
    })
  }

  /** `xhr.setRequestHeader(name, value)`, `agent.get(url).set(name, value)`, `headers.append(name, value)` */
  private fromSetter(call: TSESTree.CallExpression): void {
    const method = methodName(call)
    const callee = unwrap(call.callee)
    const [name] = call.arguments
    if (method === undefined || !SETTERS.test(method) || callee.type !== 'MemberExpression') return
    if (!name || name.type === 'SpreadElement') return
    for (const frame of this.contexts.of(call)) {
      this.analysis.refuel()
      const client = method === 'setRequestHeader' ? XHR : this.clientOfReceiver(callee.object, frame)
      if (!client || !this.happens(this.analysis.reach(call, frame))) continue
      const headers = this.analysis.evaluate(name, frame, {}).flatMap(({ value, when }) => {
        if (value.kind !== 'literal') return this.inHeaders(value, when, client, 1)
        const text = String(value.value).toLowerCase()
        return RELEVANT.test(text) ? [{ name: text, node: call, when }] : []
      })
      this.add(call, client, headers)
    }
  }

  private clientOfReceiver(object: Node, frame: Frame | null): Client | undefined {
    const [only] = this.analysis.evaluate(object, frame, {})
    if (only?.value.kind === 'instance' && this.given.has(only.value.node)) return this.given.get(only.value.node)
    const client = only && clientBehind(only.value)
    if (client) return client
    const root = rootOf(object)
    return root?.type === 'NewExpression' ? headersClass(clientOf(this.analysis, root, frame)) : undefined
  }

  /** `axios.defaults.headers.common[name] = value`, and the same on what an interceptor is given. */
  private fromAssignment(assignment: TSESTree.AssignmentExpression): void {
    const target = unwrap(assignment.left)
    if (target.type !== 'MemberExpression' || !NAMES_HEADER.test(staticKey(target) ?? '')) return
    for (const frame of this.contexts.of(assignment)) {
      this.analysis.refuel()
      const [only] = this.analysis.evaluate(target.object, frame, {})
      const value = only?.value
      if (value?.kind !== 'external' || !value.path.includes('headers')) continue
      const isIntercepted = value.root.type === 'parameter' && isInterceptor(value.root.fn, this.analysis.text)
      const client = isIntercepted ? AXIOS : value.path.includes('defaults') ? clientBehind(value) : undefined
      if (!client || !this.happens(this.analysis.reach(assignment, frame))) continue
      const name = staticKey(target)?.toLowerCase() ?? ''
      this.add(assignment, client, [{ name, node: assignment, when: only?.when ?? { op: 'true' } }])
    }
  }

  private happens(condition: Condition): boolean {
    return this.analysis.decide(condition, PRODUCTION).verdict !== 'no'
  }

  private add(node: Node, { label, runsInBrowsers }: Client, found: readonly Found[]): void {
    if (found.length === 0) return
    const headers = found.map((one): RequestHeader => ({
      name: one.name,
      node: one.node,
      isOwn: isOwn(this.analysis, one.node, node),
    }))
    this.found.push({ node, label, runsInBrowsers, headers })
  }
}

interface Found {
  readonly name: string
  readonly node: Node
  readonly when: Condition
}

/** Only what is made of headers alone takes them one by one. */
function headersClass(client: Client | undefined): Client | undefined {
  return client?.takes === 'headers' ? client : undefined
}

/** The pair of a list of pairs, for the value in it. */
function placeOf(node: Node): Node {
  const { parent } = node
  return parent?.type === 'ArrayExpression' && parent.elements.length === 2 && parent.elements[1] === node
    ? parent
    : node
}

/** Whether a header stands in the request itself, or in a variable that is made for it alone. */
function isOwn(analysis: Analysis, header: Node, request: Node): boolean {
  for (let current: Node | undefined = header; current; current = current.parent) {
    if (current === request) return true
    if (current.type === 'VariableDeclarator') {
      const variable = current.id.type === 'Identifier' ? analysis.variables.get(current.id) : undefined
      const uses = (variable?.references ?? []).filter((one) => one.isRead() && !isSetOn(one.identifier))
      return uses.length === 1 && current.parent.parent.type !== 'ExportNamedDeclaration'
    }
    if (current.type === 'AssignmentExpression') return true
  }
  return false
}

/** `headers.set(…)` and `headers[name] = …` give, and do not use. */
function isSetOn(identifier: Node): boolean {
  const member = wrapped(identifier).parent
  if (member?.type !== 'MemberExpression') return false
  const outer = wrapped(member).parent
  return (
    (outer?.type === 'CallExpression' && SETTERS.test(staticKey(member) ?? '')) ||
    outer?.type === 'AssignmentExpression'
  )
}
