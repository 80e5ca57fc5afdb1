import type { Atom, Condition, Decision, Verdict } from './value.ts'

export type { Atom, Condition, Decision, Verdict } from './value.ts'

export const TRUE: Condition = { op: 'true' }
export const FALSE: Condition = { op: 'false' }

export const YES: Decision = { verdict: 'yes', compared: false }
export const NO: Decision = { verdict: 'no', compared: false }
export const EITHER: Decision = { verdict: 'either', compared: false }
export const UNSEEN: Decision = { verdict: 'unseen', compared: false }

export function atom(value: Atom): Condition {
  return { op: 'atom', atom: value }
}

/** A condition nested deeper than this is not looked into: it counts as unseen. */
const MAX_DEPTH = 200

const TOO_DEEP: Condition = { op: 'atom', atom: { kind: 'unseen', node: undefined } }

function depthOf(condition: Condition): number {
  if (condition.op === 'not') return depthOf(condition.of)
  return condition.op === 'and' || condition.op === 'or' ? condition.depth : 1
}

export function not(condition: Condition): Condition {
  switch (condition.op) {
    case 'true':
      return FALSE
    case 'false':
      return TRUE
    case 'not':
      return condition.of
    default:
      return { op: 'not', of: condition }
  }
}

export function and(...conditions: readonly Condition[]): Condition {
  return join('and', 'false', 'true', conditions)
}

export function or(...conditions: readonly Condition[]): Condition {
  return join('or', 'true', 'false', conditions)
}

function join(
  op: 'and' | 'or',
  absorbing: 'true' | 'false',
  neutral: 'true' | 'false',
  conditions: readonly Condition[],
): Condition {
  if (conditions.some((condition) => condition.op === absorbing)) return { op: absorbing }
  const rest = conditions.filter((condition) => condition.op !== neutral)
  const [only] = rest
  if (!only) return { op: neutral }
  if (rest.length === 1) return only
  const depth = 1 + Math.max(...rest.map(depthOf))
  return depth > MAX_DEPTH ? TOO_DEEP : { op, of: rest, depth }
}

/** Decides a condition, given how its atoms are decided. Parts that stand in it twice are decided once. */
export function decide(
  condition: Condition,
  decideAtom: (atom: Atom) => Decision,
  spend: () => boolean = () => true,
): Decision {
  const known = { true: new Map<Condition, Decision>(), false: new Map<Condition, Decision>() }
  const visit = (current: Condition, positive: boolean): Decision => {
    const memo = known[positive ? 'true' : 'false']
    const found = memo.get(current)
    if (found) return found
    if (!spend()) return UNSEEN
    const decision = compute(current, positive)
    memo.set(current, decision)
    return decision
  }
  const compute = (current: Condition, positive: boolean): Decision => {
    switch (current.op) {
      case 'true':
        return positive ? YES : NO
      case 'false':
        return positive ? NO : YES
      case 'not':
        return visit(current.of, !positive)
      case 'atom':
        return positive ? decideAtom(current.atom) : opposite(decideAtom(current.atom))
      default: {
        const isConjunction = (current.op === 'and') === positive
        const decisions: Decision[] = []
        for (const part of current.of) {
          const decision = visit(part, positive)
          decisions.push(decision)
          if (decision.verdict === (isConjunction ? 'no' : 'yes')) break
        }
        return isConjunction ? allOf(decisions) : anyOf(decisions)
      }
    }
  }
  return visit(condition, true)
}

export function opposite({ verdict, compared }: Decision): Decision {
  if (verdict === 'yes') return { verdict: 'no', compared }
  if (verdict === 'no') return { verdict: 'yes', compared }
  return { verdict, compared }
}

export function allOf(decisions: readonly Decision[]): Decision {
  return { verdict: strongest(decisions, ['no', 'unseen', 'either'], 'yes'), compared: isAnyCompared(decisions) }
}

export function anyOf(decisions: readonly Decision[]): Decision {
  const verdict = strongest(decisions, ['yes', 'unseen', 'either'], 'no')
  const compared = isAnyCompared(decisions)
  // `openToAll || list.includes(origin)`: a check with a way around it that
  // has nothing to do with the origin is configuration, not a defect.
  const isMixed = verdict === 'either' && decisions.some((one) => one.verdict === 'no' && one.compared)
  return { verdict: isMixed ? 'unseen' : verdict, compared }
}

function strongest(decisions: readonly Decision[], order: readonly Verdict[], otherwise: Verdict): Verdict {
  return order.find((verdict) => decisions.some((one) => one.verdict === verdict)) ?? otherwise
}

function isAnyCompared(decisions: readonly Decision[]): boolean {
  return decisions.some((one) => one.compared)
}

/** The condition with what is known about some of its atoms put in; `undefined` leaves an atom as it is. */
export function assume(condition: Condition, known: (atom: Atom) => boolean | undefined): Condition {
  switch (condition.op) {
    case 'atom': {
      const holds = known(condition.atom)
      return holds === undefined ? condition : holds ? TRUE : FALSE
    }
    case 'not':
      return not(assume(condition.of, known))
    case 'and':
      return and(...condition.of.map((part) => assume(part, known)))
    case 'or':
      return or(...condition.of.map((part) => assume(part, known)))
    default:
      return condition
  }
}

/** The atoms of a condition, at most `limit` of them; `undefined` when there are more. */
export function atomsOf(condition: Condition, limit: number): readonly Atom[] | undefined {
  const atoms: Atom[] = []
  const pending: Condition[] = [condition]
  for (let steps = 0; pending.length > 0; steps++) {
    if (steps > limit * 8 || atoms.length > limit) return undefined
    const current = pending.pop()
    if (!current) break
    if (current.op === 'atom') atoms.push(current.atom)
    else if (current.op === 'not') pending.push(current.of)
    else if (current.op === 'and' || current.op === 'or') pending.push(...current.of)
  }
  return atoms
}

/**
 * Whether two things can happen in the same run: false only when the conditions
 * contradict each other propositionally (`allowed` here, `!allowed` there).
 */
export function isSatisfiable(condition: Condition, keyOf: (atom: Atom) => string): boolean {
  if (condition.op === 'true') return true
  if (condition.op === 'false') return false
  const atoms = atomsOf(condition, 48)
  if (!atoms) return true
  const keys = [...new Set(atoms.map(keyOf))]
  if (keys.length > 10) return true
  const cache = new Map(atoms.map((one) => [one, keys.indexOf(keyOf(one))]))
  const holds = (current: Condition, bits: number): boolean => {
    switch (current.op) {
      case 'true':
        return true
      case 'false':
        return false
      case 'not':
        return !holds(current.of, bits)
      case 'atom':
        return ((bits >> (cache.get(current.atom) ?? 0)) & 1) === 1
      case 'and':
        return current.of.every((part) => holds(part, bits))
      case 'or':
        return current.of.some((part) => holds(part, bits))
    }
  }
  for (let bits = 0; bits < 1 << keys.length; bits++) if (holds(condition, bits)) return true
  return false
}
