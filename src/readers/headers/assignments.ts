import type { TSESTree } from '@typescript-eslint/utils'
import type { HeaderWrite } from '../../policy.ts'
import { TRUE } from '../../values/condition.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { roleOfParameter } from '../../values/roles.ts'
import { staticKey, unwrap } from '../../values/tree.ts'
import type { ExternalValue, Frame, Node, Value } from '../../values/value.ts'
import { isResult } from './objects.ts'
import { named, type PartReader, type PlacedParts } from './parts.ts'
import { keyOf, receiverOf } from './receivers.ts'
import { STATUS, statusTarget } from './replies.ts'

/** A member of something that is assigned to. */
type Target = TSESTree.MemberExpression

/** Reads headers, and the status, that are assigned to a response. */
export class AssignmentReader {
  private readonly analysis: Analysis
  private readonly parts: PartReader

  constructor(analysis: Analysis, parts: PartReader) {
    this.analysis = analysis
    this.parts = parts
  }

  /** `holder.headers[name] = value`, `set.headers = { … }` */
  ofHeaders(assignment: TSESTree.AssignmentExpression, frame: Frame | null): PlacedParts | undefined {
    const target = unwrap(assignment.left)
    if (target.type !== 'MemberExpression' || assignment.operator !== '=') return undefined
    const holder = unwrap(target.object)
    if (holder.type === 'MemberExpression' && staticKey(holder) === 'headers')
      return this.ofHeader(assignment, target, holder, frame)
    if (staticKey(target) !== 'headers') return undefined
    const [only] = this.analysis.evaluate(target.object, frame, {})
    if (only?.value.kind !== 'external' || apiOfPath(only.value, 'headers') !== 'fetch') return undefined
    const { key: receiver } = receiverOf(this.analysis, target.object, frame)
    return {
      parts: this.parts.ofHeaders(assignment.right, frame, assignment),
      place: { receiver, frame, api: 'fetch', target: undefined, site: assignment, isCertain: true },
    }
  }

  private ofHeader(
    assignment: TSESTree.AssignmentExpression,
    target: Target,
    holder: Target,
    frame: Frame | null,
  ): PlacedParts | undefined {
    const [owner] = this.analysis.evaluate(holder.object, frame, {})
    const api = owner && apiOf(owner.value)
    if (!api) return undefined
    const name = staticKey(target) ?? this.parts.literalOf(target.property, frame)
    if (name === undefined) return undefined
    const receiver =
      owner.value.kind === 'object'
        ? keyOf(owner.value.node, this.analysis.frameOf(owner.value.node, frame))
        : receiverOf(this.analysis, holder.object, frame).key
    const { right: value } = assignment
    const choices = this.analysis.evaluate(value, frame, {})
    const header = { ...named(name, target.property), node: assignment, value, choices, when: TRUE } as const
    return {
      parts: [{ ...header, mode: 'set', shape: 'assignment' }],
      place: { receiver, frame, api, target: holder, site: assignment, isCertain: true },
    }
  }

  /** `res.statusCode = 405` */
  ofStatus(assignment: TSESTree.AssignmentExpression, frame: Frame | null): PlacedParts | undefined {
    const target: Node | undefined = statusTarget(assignment)
    if (!target) return undefined
    const { role, type, key: receiver } = receiverOf(this.analysis, target, frame)
    if (role !== 'response' && type !== 'context') return undefined
    const { right: value } = assignment
    const choices = this.analysis.evaluate(value, frame, {})
    const status = { ...named(STATUS, target), node: assignment, value, choices, when: TRUE } as const
    return {
      parts: [{ ...status, mode: 'set', shape: 'assignment' }],
      place: { receiver, frame, api: 'node', target, site: assignment, isCertain: true },
    }
  }
}

/** Whose response an object with `headers` is, where headers that are assigned to those go out with it. */
function apiOf(owner: Value): HeaderWrite['api'] | undefined {
  if (owner.kind === 'object') return isResult(owner) ? 'result' : undefined
  return owner.kind === 'external' ? apiOfPath(owner, 'headers') : undefined
}

/**
 * Responses that are known by how they are come by: hapi's `h.response(body)`, `request.response` and the `output` of
 * an error there; the `set` that Elysia hands to handlers.
 */
function apiOfPath({ root, path }: ExternalValue, key: string): HeaderWrite['api'] | undefined {
  if (root.type !== 'parameter') return undefined
  const text = [...path, key].join('.')
  if (text === 'set.headers') return 'fetch'
  const isOfRequest =
    roleOfParameter(root.fn, root.index) === 'request' && /^response(?:\.output)?\.headers$/.test(text)
  return isOfRequest || /^response\(.*\)(?:\.\w+\(.*\))*\.headers$/.test(text) ? 'node' : undefined
}
