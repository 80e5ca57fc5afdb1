import type { TSESTree } from '@typescript-eslint/utils'
import type { HeaderWrite } from '../../policy.ts'
import { judgeName } from '../../protocol/names.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import { literal, one } from '../../values/construct.ts'
import type { Contexts } from '../../values/contexts.ts'
import { environmentOf } from '../../values/development.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { exportOf } from '../../modules.ts'
import { positionsOf } from '../../values/positions.ts'
import { methodName, staticKey, unwrap, wrapped } from '../../values/tree.ts'
import type { Choices, Frame, Node } from '../../values/value.ts'
import { isSentBack } from './flows.ts'
import { AssignmentReader } from './assignments.ts'
import { configuredHeaders } from './configured.ts'
import { declaredHeaders } from './declared.ts'
import { calledName, FunctionReader } from './functions.ts'
import { hasVisibleHeaders, isExportedHeaderMap, isReturnedAsHeaders, isReturnedAsMeta, valueNode } from './objects.ts'
import { named, PartReader, varyPart, type PlacedParts, type WritePart, type WritePlace } from './parts.ts'
import { keyOf, receiverOf, type Receiver } from './receivers.ts'
import { ENDING, replyParts, STATUS } from './replies.ts'

/** A header write in one activation, with the response it belongs to. */
export interface LocatedWrite extends HeaderWrite {
  readonly receiver: string
  readonly frame: Frame | null
  readonly choices: Choices
  /** Where it happens: the positions of the calls that lead to it, and its own. */
  readonly order: readonly number[]
}

const RELEVANT = /^(?:access-control-.*|vary|cache-control|allow|:status|:end)$/
/** Methods whose name alone says that the receiver is a response of Node. */
const NODE_METHODS = new Set(['setHeader', 'appendHeader', 'setHeaders', 'writeHead'])
/** Methods that a response shares with other things (`Map#set`, `URLSearchParams#append`). */
const SHARED_METHODS = new Set(['set', 'header', 'headers', 'append', 'vary', 'removeHeader', 'remove', 'delete'])

/** Collects the header writes of a file. */
export class WriteCollector {
  private readonly analysis: Analysis
  private readonly contexts: Contexts
  private readonly parts: PartReader
  private readonly functions: FunctionReader
  private readonly assignments: AssignmentReader
  private readonly found: LocatedWrite[] = []
  private readonly open = new Set<string>()

  constructor(analysis: Analysis, contexts: Contexts) {
    this.analysis = analysis
    this.contexts = contexts
    this.parts = new PartReader(analysis)
    this.functions = new FunctionReader(analysis, this.parts)
    this.assignments = new AssignmentReader(analysis, this.parts)
  }

  /** The writes, and the responses that are given headers whose names cannot be seen. */
  collect(): { readonly writes: readonly LocatedWrite[]; readonly open: ReadonlySet<string> } {
    const { tree } = this.analysis
    for (const call of tree.calls) this.fromCall(call)
    for (const creation of tree.news) this.fromCreation(creation)
    for (const assignment of tree.assignments) {
      this.fromPlaced(assignment, (frame) => this.assignments.ofHeaders(assignment, frame))
      this.fromPlaced(assignment, (frame) => this.assignments.ofStatus(assignment, frame))
    }
    for (const object of tree.objects) this.fromObject(object)
    for (const { part, place, when } of declaredHeaders(this.analysis, this.contexts, this.parts))
      this.add(part, place, when)
    for (const { part, place, when } of configuredHeaders(this.analysis, this.contexts, this.parts))
      this.add(part, place, when)
    return { writes: this.found, open: this.open }
  }

  private fromCall(call: TSESTree.CallExpression): void {
    const method = methodName(call)
    const callee = unwrap(call.callee)
    if (method === undefined || callee.type !== 'MemberExpression') {
      const name = calledName(call)
      if (!name) return
      this.fromVaryPackage(call)
      this.fromPlaced(call, (frame) => this.functions.ofFunction(call, name, frame))
      if (call.arguments[1] && this.functions.makesResponse(name)) this.fromInit(call, call.arguments[1])
      return
    }
    if (NODE_METHODS.has(method) || SHARED_METHODS.has(method)) {
      if (call.arguments.length > 0) this.fromSetter(call, callee.object, method)
    }
    this.fromPlaced(call, (frame) => this.functions.ofAnswer(call, callee.object, frame))
    this.fromReply(call, callee.object)
    if (/^(?:json|next|redirect|rewrite|error)$/.test(method)) this.fromResponseFactory(call, callee)
  }

  private fromSetter(call: TSESTree.CallExpression, object: Node, method: string): void {
    for (const frame of this.contexts.of(call)) {
      this.analysis.refuel()
      const receiver = receiverOf(this.analysis, object, frame)
      if (!isResponse(receiver, method)) continue
      const when = this.analysis.reach(call, frame)
      const isCertain = receiver.role === 'response' && receiver.isHandedOn !== true
      const api = this.apiOf(method, receiver)
      const place: WritePlace = { receiver: receiver.key, frame, api, target: object, site: call, isCertain }
      for (const part of this.parts.ofSetter(call, method, frame)) this.add(part, place, when)
    }
  }

  /** What is written at a node, in each activation. */
  private fromPlaced(site: Node, read: (frame: Frame | null) => PlacedParts | undefined): void {
    for (const frame of this.contexts.of(site)) {
      this.analysis.refuel()
      const placed = read(frame)
      if (!placed) continue
      const when = this.analysis.reach(site, frame)
      for (const part of placed.parts) this.add(part, placed.place, when)
    }
  }

  private apiOf(method: string, { type, isReply }: Receiver): HeaderWrite['api'] {
    // SvelteKit's `event.setHeaders({ … })` is about the answer to a `Request`.
    if (type === 'headers' || (type === 'context' && method === 'setHeaders')) return 'fetch'
    if (NODE_METHODS.has(method)) return 'node'
    if (type === 'response') return isReply === true || isOfFastify(this.analysis.text) ? 'fastify' : 'express'
    return method === 'header' ? 'hono' : 'koa'
  }

  /** The status of a response, and where it is sent off. */
  private fromReply(call: TSESTree.CallExpression, target: Node): void {
    const parts = replyParts(call)
    if (parts.length === 0) return
    for (const frame of this.contexts.of(call)) {
      this.analysis.refuel()
      const receiver = receiverOf(this.analysis, target, frame)
      if (receiver.role !== 'response') continue
      const place: WritePlace = { receiver: receiver.key, frame, api: 'node', target, site: call, isCertain: true }
      for (const { name, value, otherwise } of parts) {
        const choices = value ? this.analysis.evaluate(value, frame, {}) : otherwise
        this.add(
          { ...named(name, call), mode: 'set', node: call, value, shape: 'call', choices, when: TRUE },
          place,
          this.analysis.reach(call, frame),
        )
      }
    }
  }

  /** `vary(res, 'Origin')` of the package of that name. */
  private fromVaryPackage(call: TSESTree.CallExpression): void {
    const [response, field] = call.arguments
    if (!response || !field || response.type === 'SpreadElement' || field.type === 'SpreadElement') return
    if (!/^vary$/i.test(call.callee.type === 'Identifier' ? call.callee.name : '')) return
    for (const frame of this.contexts.of(call)) {
      const [callee] = this.analysis.evaluate(call.callee, frame, {})
      if (!callee || exportOf(callee.value)?.module !== 'vary') continue
      const choices = this.analysis.evaluate(field, frame, {})
      const { key } = receiverOf(this.analysis, response, frame)
      this.add(
        varyPart(call, field, choices),
        { receiver: key, frame, api: 'node', target: response, site: call, isCertain: true },
        this.analysis.reach(call, frame),
      )
    }
  }

  /** `Response.json(data, { headers })`, `NextResponse.next({ headers })`. */
  private fromResponseFactory(call: TSESTree.CallExpression, callee: TSESTree.MemberExpression): void {
    const object = unwrap(callee.object)
    if (object.type === 'Identifier' && /^(?:Next)?Response$/.test(object.name))
      this.fromInit(call, call.arguments.at(-1))
  }

  /** A fetch-style response that is returned as it is made, all of its headers in sight. */
  private fromReturned(response: Node, init: Node | undefined, frame: Frame | null): void {
    const { parent } = wrapped(response)
    const isReturned = parent?.type === 'ReturnStatement' || parent?.type === 'ArrowFunctionExpression'
    if (!isReturned || (init && !hasVisibleHeaders(this.analysis.evaluate(init, frame, {})))) return
    const choices = one(literal(true, response))
    this.add(
      { ...named(ENDING, response), mode: 'set', node: response, value: undefined, shape: 'call', choices, when: TRUE },
      { receiver: keyOf(response, frame), frame, api: 'fetch', target: undefined, site: response, isCertain: true },
      this.analysis.reach(response, frame),
    )
  }

  private fromCreation(creation: TSESTree.NewExpression): void {
    const callee = unwrap(creation.callee)
    const name = callee.type === 'Identifier' ? callee.name : ''
    if (/Response$/.test(name)) this.fromInit(creation, creation.arguments[1])
    if (name !== 'Headers') return
    for (const frame of this.contexts.of(creation)) {
      this.analysis.refuel()
      const receiver = receiverOf(this.analysis, creation, frame)
      if (receiver.role !== 'response') continue
      const when = this.analysis.reach(creation, frame)
      const place: WritePlace = {
        receiver: receiver.key,
        frame,
        api: 'fetch',
        target: undefined,
        site: creation,
        isCertain: receiver.isHandedOn !== true,
      }
      for (const part of this.parts.ofHeaders(creation.arguments[0], frame, creation)) this.add(part, place, when)
    }
  }

  /** The `{ headers }` of a fetch-style response. */
  private fromInit(response: Node, init: Node | undefined): void {
    if (init?.type === 'SpreadElement') return
    for (const frame of this.contexts.of(response)) {
      this.analysis.refuel()
      this.fromReturned(response, init, frame)
      if (!init) continue
      const when = this.analysis.reach(response, frame)
      for (const choice of this.analysis.evaluate(init, frame, {})) {
        if (choice.value.kind !== 'object') continue
        const place: WritePlace = {
          receiver: keyOf(response, frame),
          frame,
          api: 'fetch',
          target: undefined,
          site: response,
          isCertain: true,
        }
        const status = choice.value.fields.get('status')
        if (status) {
          const value = valueNode(status)
          const part = {
            ...named(STATUS, status.node),
            node: status.node,
            value,
            choices: status.choices(),
            when: status.when,
          }
          this.add({ ...part, mode: 'set', shape: 'property' }, place, and(when, choice.when))
        }
        for (const headers of choice.value.fields.get('headers')?.choices() ?? []) {
          // A `Headers` object has its own writes, collected where it is made.
          if (headers.value.kind === 'instance' && headers.value.of === 'Headers') continue
          const condition = and(when, choice.when, headers.when)
          for (const part of this.parts.ofValue(headers.value, TRUE, response)) this.add(part, place, condition)
        }
      }
    }
  }

  /** `return { statusCode, headers }`, and a header map that the file exports for its responses. */
  private fromObject(object: TSESTree.ObjectExpression): void {
    const headers = object.properties.find(
      (property) => property.type === 'Property' && /^(?:multiValueH|h)eaders$/.test(staticKey(property) ?? ''),
    )
    const hasStatus = object.properties.some(
      (property) => property.type === 'Property' && staticKey(property) === 'statusCode',
    )
    const isMeta = isReturnedAsMeta(object)
    if ((hasStatus || isMeta) && headers?.type === 'Property' && isSentBack(this.analysis, object)) {
      for (const frame of this.contexts.of(object)) {
        this.analysis.refuel()
        const when = this.analysis.reach(object, frame)
        for (const part of this.parts.ofHeaders(headers.value, frame, object))
          this.add(
            part,
            {
              receiver: keyOf(object, this.analysis.frameOf(object, frame)),
              frame,
              api: isMeta ? 'fetch' : 'result',
              target: undefined,
              site: object,
              isCertain: true,
            },
            when,
          )
      }
    } else if (isExportedHeaderMap(object) || isReturnedAsHeaders(object)) {
      for (const part of this.parts.ofHeaders(object, null, object))
        this.add(
          part,
          {
            receiver: keyOf(object, null),
            frame: null,
            api: isReturnedAsHeaders(object) ? 'declared' : 'result',
            target: undefined,
            site: object,
            isCertain: false,
          },
          TRUE,
        )
    }
  }

  private add(part: WritePart, place: WritePlace, reached: Condition): void {
    if (part.name === '') this.open.add(place.receiver)
    if (!isRelevant(part, place)) return
    const when = and(reached, part.when)
    const environment = environmentOf(this.analysis, when)
    if (!environment) return
    const order = [...positionsOf(place.frame), place.site.range[0], part.position ?? part.node.range[0]]
    this.found.push({ ...part, ...place, order, when, environment })
  }
}

/** Headers of CORS and of caches, and names like them; one of a request only where this certainly is none. */
function isRelevant({ name }: WritePart, { isCertain }: WritePlace): boolean {
  const { kind } = judgeName(name)
  return kind === 'request' ? isCertain : kind !== 'other' || RELEVANT.test(name)
}

/** Whether the responses of a file are those of Fastify, whatever they are called. */
function isOfFastify(text: string): boolean {
  return /['"`]fastify['"`]/.test(text) && !/['"`]express['"`]/.test(text)
}

function isResponse(receiver: Receiver, method: string): boolean {
  return receiver.role === 'response' || (receiver.role === 'unknown' && NODE_METHODS.has(method))
}
