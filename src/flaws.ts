import { isSerialized, flawOf, type FlawKind } from './origins/serialized.ts'
import { namedOriginsOf, type NamedOrigin } from './weaknesses.ts'
import type { CheckedGrant, Grant } from './grants/model.ts'
import type { Policy } from './policy.ts'
import type { Node } from './values/value.ts'

/** An allowed origin that no browser ever sends as it is written. */
export interface WrittenFlaw {
  readonly kind: FlawKind | 'star'
  readonly text: string
  readonly node: Node
  /** What was meant, as browsers send it; empty where nobody can tell. */
  readonly meant: readonly string[]
}

/** The allowed origins of a way in that never match: written as such, or in a list that a check compares with. */
export function flawsOf(policy: Policy, grant: Grant): readonly WrittenFlaw[] {
  if (grant.environment === 'development') return []
  if (grant.kind === 'listed') return flawIn(grant.origin, grant.node)
  return grant.kind === 'checked' ? flawsInCheck(policy, grant) : []
}

function flawIn(text: string, node: Node): readonly WrittenFlaw[] {
  if (text === '*') return [{ kind: 'star', text, node, meant: [] }]
  const flaw = flawOf(text)
  return flaw ? [{ ...flaw, text, node }] : []
}

/**
 * A text is dead where the check would admit it, no browser can send it, and what was meant by it is refused. So a
 * host that is compared with a host, or an address that the check shortens first, is none.
 */
function flawsInCheck({ stranger, grants }: Policy, { check }: CheckedGrant): readonly WrittenFlaw[] {
  const isAdmitted = (origin: string): boolean => check.admits(origin) === 'yes'
  // What another way in admits is alive: a `catch` beside the check may be for what is no address.
  const isAlive = (origin: string): boolean =>
    grants.some((grant) => grant.kind === 'checked' && grant.check.admits(origin) === 'yes')
  if (check.admits(stranger) === 'yes' || check.admits(stranger) === 'either') return []
  return check.vocabulary.texts.flatMap(({ text, node }) =>
    flawIn(text, node).filter(({ meant }) => isAdmitted(text) && ![...meant, ...continuationsOf(text)].some(isAlive)),
  )
}

/** What a text may stand for: `http://localhost:` for every port, `https://*.example.com` for every name. */
function continuationsOf(text: string): readonly string[] {
  return [
    text.replaceAll('*', 'app'),
    `${text}3000`,
    `${text}app.example.com`,
    `https://app.${text}`,
    `https://app${text}`,
  ].filter(isSerialized)
}

/** The origins that stand in one and the same list twice: those after the first, in the ways in that are asked for. */
export function repetitionsIn(policy: Policy, isWanted: (grant: Grant) => boolean): readonly NamedOrigin[] {
  const seen = new Map<Node, Map<string, Node>>()
  const repeated = new Set<Node>()
  for (const { text, node } of policy.grants.flatMap(namedTextsOf)) {
    const list = node.parent
    if (list?.type !== 'ArrayExpression' || !isSerialized(text)) continue
    const origins = seen.get(list) ?? new Map<string, Node>()
    seen.set(list, origins)
    const first = origins.get(text) ?? node
    origins.set(text, first)
    if (first !== node) repeated.add(node)
  }
  return repeated.size === 0
    ? []
    : policy.grants
        .filter(isWanted)
        .flatMap((grant) => namedOriginsOf(policy, grant, () => true))
        .filter(({ node }) => repeated.has(node))
}

function namedTextsOf(grant: Grant): readonly { readonly text: string; readonly node: Node }[] {
  if (grant.kind === 'checked') return grant.check.vocabulary.texts
  return grant.kind === 'listed' ? [{ text: grant.origin, node: grant.node }] : []
}
