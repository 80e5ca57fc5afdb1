import type { TSESTree } from '@typescript-eslint/utils'
import { environmentOf } from '../../facts.ts'
import type { HeaderWrite } from '../../policy.ts'
import { judgeName } from '../../protocol/names.ts'
import { and, TRUE, type Condition } from '../../values/condition.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { exportOf } from '../../modules.ts'
import { methodName, staticKey, unwrap } from '../../values/tree.ts'
import type { Choices, Frame, Node } from '../../values/value.ts'
import { isSentBack } from './flows.ts'
import { isExportedHeaderMap, isResult, nameNode } from './objects.ts'
import { named, partsOfValue, unseenPart, varyPart, type WritePart } from './parts.ts'
import { keyOf, receiverOf, type Receiver } from './receivers.ts'

/** A header write in one activation, with the response it belongs to. */
export interface LocatedWrite extends HeaderWrite {
  readonly receiver: string
  readonly frame: Frame | null
  readonly choices: Choices
  /** Where it happens: the positions of the calls that lead to it, and its own. */
  readonly order: readonly number[]
}

const RELEVANT = /^(?:access-control-.*|vary|cache-control)$/
/** Methods whose name alone says that the receiver is a response of Node. */
const NODE_METHODS = new Set(['setHeader', 'appendHeader', 'setHeaders', 'writeHead'])
const REMOVING = new Set(['removeHeader', 'remove', 'delete'])
/** Methods that a response shares with other things (`Map#set`, `URLSearchParams#append`). */
const SHARED_METHODS = new Set(['set', 'header', 'headers', 'append', 'vary', 'removeHeader', 'remove', 'delete'])

/** Collects the header writes of a file. */
export class WriteCollector {
  private readonly analysis: Analysis
  private readonly contexts: Contexts
  private readonly found: LocatedWrite[] = []
  private readonly open = new Set<string>()

  constructor(analysis: Analysis, contexts: Contexts) {
    this.analysis = analysis
    this.contexts = contexts
  }

  /** The writes, and the responses that are given headers whose names cannot be seen. */
  collect(): { readonly writes: readonly LocatedWrite[]; readonly open: ReadonlySet<string> } {
    const { tree } = this.analysis
    for (const call of tree.calls) this.fromCall(call)
    for (const creation of tree.news) this.fromCreation(creation)
    for (const assignment of tree.assignments) this.fromAssignment(assignment)
    for (const object of tree.objects) this.fromObject(object)
    return { writes: this.found, open: this.open }
  }

  private fromCall(call: TSESTree.CallExpression): void {
    const method = methodName(call)
    const callee = unwrap(call.callee)
    if (method === undefined || callee.type !== 'MemberExpression') {
      if (callee.type === 'Identifier') this.fromVaryPackage(call)
      return
    }
    if (NODE_METHODS.has(method) || SHARED_METHODS.has(method)) {
      if (call.arguments.length > 0) this.fromSetter(call, callee.object, method)
    } else if (/^(?:json|next|redirect|rewrite|error)$/.test(method)) this.fromResponseFactory(call, callee)
  }

  private fromSetter(call: TSESTree.CallExpression, object: Node, method: string): void {
    for (const frame of this.contexts.of(call)) {
      this.analysis.refuel()
      const receiver = receiverOf(this.analysis, object, frame)
      if (!isResponse(receiver, method)) continue
      const when = this.analysis.reach(call, frame)
      const place: Place = {
        receiver: receiver.key,
        frame,
        api: apiOf(method, receiver),
        target: object,
        site: call,
        isCertain: receiver.role === 'response' && receiver.isHandedOn !== true,
      }
      for (const part of this.partsOfSetter(call, method, frame)) this.add(part, place, when)
    }
  }

  private partsOfSetter(call: TSESTree.CallExpression, method: string, frame: Frame | null): readonly WritePart[] {
    const [first, second] = call.arguments
    if (!first || first.type === 'SpreadElement' || second?.type === 'SpreadElement') return []
    const mode = method.startsWith('append') ? 'append' : 'set'
    if (method === 'writeHead') return second ? this.partsOfHeaders(call.arguments.at(-1), frame, call) : []
    if (method === 'vary') return [varyPart(call, first, this.analysis.evaluate(first, frame, {}))]
    if (REMOVING.has(method)) return this.removed(call, first, frame)
    if (!second) return this.partsOfHeaders(first, frame, call)
    const values = this.analysis.evaluate(second, frame, {})
    const shape = this.isLoopVariable(first) ? 'table' : 'call'
    return this.analysis.evaluate(first, frame, {}).flatMap(({ value, when }): readonly WritePart[] =>
      value.kind === 'literal' && typeof value.value === 'string'
        ? [
            {
              ...named(value.value, nameNode(value.node, value.value, first)),
              mode,
              node: call,
              value: second,
              shape,
              choices: values,
              when,
            },
          ]
        : [unseenPart(call, when)],
    )
  }

  /** Whether the name of a header comes from the list that a loop goes through. */
  private isLoopVariable(name: Node): boolean {
    const definition = this.analysis.variables.get(unwrap(name))?.defs[0]
    if (definition?.type === 'Parameter') return true
    return definition?.type === 'Variable' && /^For(?:Of|In)Statement$/.test(definition.node.parent.parent.type)
  }

  private removed(call: TSESTree.CallExpression, name: Node, frame: Frame | null): readonly WritePart[] {
    const removed = this.literalOf(name, frame)
    if (removed === undefined) return []
    return [
      {
        ...named(removed, name),
        mode: 'remove',
        node: call,
        value: undefined,
        shape: 'call',
        choices: [],
        when: TRUE,
      },
    ]
  }

  /** The headers of an object, a list of pairs, a flat list, a `Headers` or a `Map`. */
  private partsOfHeaders(argument: Node | undefined, frame: Frame | null, site: Node): readonly WritePart[] {
    if (!argument || argument.type === 'SpreadElement') return []
    return this.analysis.evaluate(argument, frame, {}).flatMap(({ value, when }) => partsOfValue(value, when, site))
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
      for (const part of this.partsOfHeaders(creation.arguments[0], frame, creation))
        this.add(
          part,
          {
            receiver: receiver.key,
            frame,
            api: 'fetch',
            target: undefined,
            site: creation,
            isCertain: receiver.isHandedOn !== true,
          },
          when,
        )
    }
  }

  /** The `{ headers }` of a fetch-style response. */
  private fromInit(response: Node, init: Node | undefined): void {
    if (!init || init.type === 'SpreadElement') return
    for (const frame of this.contexts.of(response)) {
      this.analysis.refuel()
      const when = this.analysis.reach(response, frame)
      for (const choice of this.analysis.evaluate(init, frame, {})) {
        if (choice.value.kind !== 'object') continue
        for (const headers of choice.value.fields.get('headers')?.choices() ?? []) {
          // A `Headers` object has its own writes, collected where it is made.
          if (headers.value.kind === 'instance' && headers.value.of === 'Headers') continue
          const condition = and(when, choice.when, headers.when)
          for (const part of partsOfValue(headers.value, TRUE, response))
            this.add(
              part,
              {
                receiver: keyOf(response, frame),
                frame,
                api: 'fetch',
                target: undefined,
                site: response,
                isCertain: true,
              },
              condition,
            )
        }
      }
    }
  }

  /** `response.headers['Access-Control-Allow-Origin'] = value` of a Lambda result. */
  private fromAssignment(assignment: TSESTree.AssignmentExpression): void {
    const target = unwrap(assignment.left)
    if (target.type !== 'MemberExpression' || assignment.operator !== '=') return
    const holder = unwrap(target.object)
    if (holder.type !== 'MemberExpression' || staticKey(holder) !== 'headers') return
    for (const frame of this.contexts.of(assignment)) {
      const [owner] = this.analysis.evaluate(holder.object, frame, {})
      if (owner?.value.kind !== 'object' || !isResult(owner.value)) continue
      const name = staticKey(target) ?? this.literalOf(target.property, frame)
      if (name === undefined) continue
      const choices = this.analysis.evaluate(assignment.right, frame, {})
      const part: WritePart = {
        ...named(name, target.property),
        mode: 'set',
        node: assignment,
        value: assignment.right,
        shape: 'assignment',
        choices,
        when: TRUE,
      }
      this.add(
        part,
        {
          receiver: keyOf(owner.value.node, this.analysis.frameOf(owner.value.node, frame)),
          frame,
          api: 'result',
          target: holder,
          site: assignment,
          isCertain: true,
        },
        this.analysis.reach(assignment, frame),
      )
    }
  }

  private literalOf(node: Node, frame: Frame | null): string | undefined {
    const [only] = this.analysis.evaluate(node, frame, {})
    return only?.value.kind === 'literal' && typeof only.value.value === 'string' ? only.value.value : undefined
  }

  /** `return { statusCode, headers }`, and a header map that the file exports for its responses. */
  private fromObject(object: TSESTree.ObjectExpression): void {
    const headers = object.properties.find(
      (property) => property.type === 'Property' && /^(?:multiValueH|h)eaders$/.test(staticKey(property) ?? ''),
    )
    const hasStatus = object.properties.some(
      (property) => property.type === 'Property' && staticKey(property) === 'statusCode',
    )
    if (hasStatus && headers?.type === 'Property' && isSentBack(this.analysis, object)) {
      for (const frame of this.contexts.of(object)) {
        this.analysis.refuel()
        const when = this.analysis.reach(object, frame)
        for (const part of this.partsOfHeaders(headers.value, frame, object))
          this.add(
            part,
            {
              receiver: keyOf(object, this.analysis.frameOf(object, frame)),
              frame,
              api: 'result',
              target: undefined,
              site: object,
              isCertain: true,
            },
            when,
          )
      }
    } else if (isExportedHeaderMap(object)) {
      for (const part of this.partsOfHeaders(object, null, object))
        this.add(
          part,
          {
            receiver: keyOf(object, null),
            frame: null,
            api: 'result',
            target: undefined,
            site: object,
            isCertain: false,
          },
          TRUE,
        )
    }
  }

  private add(part: WritePart, place: Place, reached: Condition): void {
    if (part.name === '') this.open.add(place.receiver)
    if (!isRelevant(part, place)) return
    const when = and(reached, part.when)
    const environment = environmentOf(this.analysis, when)
    if (!environment) return
    const order = [...positionsOf(place.frame), place.site.range[0], part.node.range[0]]
    this.found.push({ ...part, ...place, order, when, environment })
  }
}

/** Where a write goes. */
interface Place extends Pick<HeaderWrite, 'api' | 'target'> {
  readonly receiver: string
  readonly frame: Frame | null
  readonly site: Node
  /** Whether it certainly is a response of this server. */
  readonly isCertain: boolean
}

/** Headers of CORS and of caches, and names like them; one of a request only where this certainly is none. */
function isRelevant({ name }: WritePart, { isCertain }: Place): boolean {
  const { kind } = judgeName(name)
  return kind === 'request' ? isCertain : kind !== 'other' || RELEVANT.test(name)
}

/** The positions of the calls through which an activation was entered, the outermost first. */
function positionsOf(frame: Frame | null): readonly number[] {
  const positions: number[] = []
  for (let current = frame; current;) {
    if (current.entry) positions.unshift(current.entry.node.range[0])
    current = current.entry ? current.entry.frame : current.outer
  }
  return positions
}

function apiOf(method: string, { type }: Receiver): HeaderWrite['api'] {
  if (type === 'headers') return 'fetch'
  if (NODE_METHODS.has(method)) return 'node'
  if (type === 'response') return 'express'
  return method === 'header' ? 'hono' : 'koa'
}

function isResponse(receiver: Receiver, method: string): boolean {
  return receiver.role === 'response' || (receiver.role === 'unknown' && NODE_METHODS.has(method))
}
