import type { TSESTree } from '@typescript-eslint/utils'
import { exportOf } from '../../modules.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { methodName, unwrap } from '../../values/tree.ts'
import type { Frame, Node } from '../../values/value.ts'
import type { PartReader, PlacedParts } from './parts.ts'
import { keyOf, receiverOf } from './receivers.ts'

/** h3 1 and 2: what writes headers of the event that it is handed. Nitro and Nuxt import it by themselves. */
const EVENT_SETTER = /^(?:set|append|remove)(?:Response)?Headers?$/
const EVENT_MODULE = /^(?:h3|nitro|nitropack|nuxt|#imports)(?:\/|$)/
/** Hono's context: what answers with a body takes headers along, after the status or in its place. */
const ANSWER = /^(?:json|text|html|body|newResponse)$/

/** Functions that make a response of data and a `ResponseInit`: Remix, React Router, SvelteKit. */
const RESPONSE_FUNCTION = /^(?:json|data|defer|text|redirect)$/
const RESPONSE_MODULE =
  /^(?:@remix-run\/[\w-]+|react-router(?:-dom)?|@react-router\/[\w-]+|@sveltejs\/kit|@vercel\/remix)$/

/** Reads headers that functions write: they are handed the response, or stand for the answer to an event. */
export class FunctionReader {
  private readonly analysis: Analysis
  private readonly parts: PartReader

  constructor(analysis: Analysis, parts: PartReader) {
    this.analysis = analysis
    this.parts = parts
  }

  /** @param callee the name that is called. */
  ofFunction(call: TSESTree.CallExpression, callee: TSESTree.Identifier, frame: Frame | null): PlacedParts | undefined {
    if (EVENT_SETTER.test(callee.name))
      return this.ofEventSetter(call, callee, frame) ?? this.ofEvent(call, callee, frame)
    return undefined
  }

  /** Whether a function makes a response of its first argument, with the `ResponseInit` that comes second. */
  makesResponse(callee: TSESTree.Identifier): boolean {
    return this.analysis.evaluate(callee, null, {}).some(({ value }) => {
      const from = exportOf(value)
      return from !== undefined && RESPONSE_MODULE.test(from.module) && RESPONSE_FUNCTION.test(from.name)
    })
  }

  /** `setResponseHeader(event, name, value)` */
  private ofEventSetter(
    call: TSESTree.CallExpression,
    callee: TSESTree.Identifier,
    frame: Frame | null,
  ): PlacedParts | undefined {
    const [event, ...rest] = call.arguments
    if (!event || rest.length === 0 || event.type === 'SpreadElement') return undefined
    const [only] = this.analysis.evaluate(callee, frame, {})
    const from = only && exportOf(only.value)
    const isGlobal = only?.value.kind === 'external' && only.value.root.type === 'global'
    if (from ? !EVENT_MODULE.test(from.module) || !EVENT_SETTER.test(from.name) : !isGlobal) return undefined
    const { key, role } = receiverOf(this.analysis, event, frame)
    if (role === 'other' || (!from && role !== 'response')) return undefined
    const method = (from?.name ?? callee.name).replace('Response', '')
    return {
      parts: this.parts.ofSetter(call, method, frame, rest),
      place: { receiver: key, frame, api: 'event', target: event, site: call, isCertain: true },
    }
  }

  /** SvelteKit's `setHeaders({ … })`, taken out of the event. */
  private ofEvent(
    call: TSESTree.CallExpression,
    callee: TSESTree.Identifier,
    frame: Frame | null,
  ): PlacedParts | undefined {
    const [only] = this.analysis.evaluate(callee, frame, {})
    if (only?.value.kind !== 'external' || only.value.path.join('.') !== 'setHeaders') return undefined
    const { root } = only.value
    if (root.type !== 'parameter') return undefined
    return {
      parts: this.parts.ofSetter(call, 'setHeaders', frame),
      place: { receiver: keyOf(root.fn, frame), frame, api: 'fetch', target: undefined, site: call, isCertain: true },
    }
  }

  /** `c.json(data, 200, headers)`, `c.json(data, { headers })` */
  ofAnswer(call: TSESTree.CallExpression, context: Node, frame: Frame | null): PlacedParts | undefined {
    const [, second, third] = call.arguments
    if (!ANSWER.test(methodName(call) ?? '') || !second || second.type === 'SpreadElement') return undefined
    const receiver = receiverOf(this.analysis, context, frame)
    if (receiver.type !== 'context' || receiver.role !== 'response') return undefined
    const init = this.analysis.evaluate(second, frame, {})
    const inits = init.flatMap(({ value, when }) =>
      value.kind === 'object'
        ? (value.fields.get('headers')?.choices() ?? []).flatMap((one) => this.parts.ofValue(one.value, when, call))
        : [],
    )
    return {
      parts: [...inits, ...this.parts.ofHeaders(third, frame, call)],
      place: { receiver: receiver.key, frame, api: 'hono', target: undefined, site: call, isCertain: true },
    }
  }
}

/** The name that a call calls, where it calls one. */
export function calledName(call: TSESTree.CallExpression): TSESTree.Identifier | undefined {
  const callee = unwrap(call.callee)
  return callee.type === 'Identifier' ? callee : undefined
}
