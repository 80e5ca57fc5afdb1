import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  allOf,
  and,
  anyOf,
  atom,
  atomsOf,
  decide,
  FALSE,
  isSatisfiable,
  not,
  opposite,
  or,
  TRUE,
  type Atom,
  type Condition,
  type Decision,
  type Verdict,
} from '../../src/values/condition.ts'
import type { Node } from '../../src/values/value.ts'
import { decisionOf, LISTED, STRANGER } from '../support/model.ts'

const NAMES = ['a', 'b', 'c', 'd'] as const
type Name = (typeof NAMES)[number]
type Assignment = Readonly<Record<Name, boolean>>

/** Atoms that have nothing but a name. */
const ATOMS = new Map(
  NAMES.map((name) => [name, { kind: 'truthy', node: { type: name } as unknown as Node, frame: null } satisfies Atom]),
)
const atomNamed = (name: Name): Condition => atom(ATOMS.get(name)!)
const nameOf = (one: Atom): Name => NAMES.find((name) => ATOMS.get(name) === one)!

/** A formula, to be read by JavaScript and by the algebra. */
type Formula = boolean | Name | { op: 'not'; of: Formula } | { op: 'and' | 'or'; of: readonly Formula[] }

const formulas = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.constantFrom(...NAMES),
    fc.boolean(),
    fc.record({ op: fc.constant('not' as const), of: tie('formula') }),
    fc.record({ op: fc.constantFrom('and' as const, 'or' as const), of: fc.array(tie('formula'), { maxLength: 4 }) }),
  ),
})).formula

function holds(formula: Formula, assignment: Assignment): boolean {
  if (typeof formula === 'boolean') return formula
  if (typeof formula === 'string') return assignment[formula]
  if (formula.op === 'not') return !holds(formula.of, assignment)
  return formula.op === 'and'
    ? formula.of.every((part) => holds(part, assignment))
    : formula.of.some((part) => holds(part, assignment))
}

function conditionOf(formula: Formula): Condition {
  if (typeof formula === 'boolean') return formula ? TRUE : FALSE
  if (typeof formula === 'string') return atomNamed(formula)
  if (formula.op === 'not') return not(conditionOf(formula.of))
  return (formula.op === 'and' ? and : or)(...formula.of.map(conditionOf))
}

const ASSIGNMENTS: readonly Assignment[] = Array.from({ length: 16 }, (_, bits) => ({
  a: (bits & 1) > 0,
  b: (bits & 2) > 0,
  c: (bits & 4) > 0,
  d: (bits & 8) > 0,
}))

const verdictIn = (condition: Condition, assignment: Assignment): Verdict =>
  decide(condition, (one) => ({ verdict: assignment[nameOf(one)] ? 'yes' : 'no', compared: false })).verdict

const decisions: fc.Arbitrary<Decision> = fc.record({
  verdict: fc.constantFrom<Verdict>('yes', 'no', 'either', 'unseen'),
  compared: fc.boolean(),
})

describe('the algebra', () => {
  test('decide agrees with the truth table', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const condition = conditionOf(formula)
        for (const assignment of ASSIGNMENTS)
          expect(verdictIn(condition, assignment)).toBe(holds(formula, assignment) ? 'yes' : 'no')
      }),
    )
  })

  test('isSatisfiable agrees with the truth table', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const isPossible = ASSIGNMENTS.some((assignment) => holds(formula, assignment))
        const condition = conditionOf(formula)
        // Large conditions are not told apart: they are taken to be possible.
        const expected = isPossible || (condition.op !== 'false' && atomsOf(condition, 48) === undefined)
        expect(isSatisfiable(condition, nameOf)).toBe(expected)
      }),
    )
  })

  test('not is an involution, and the law of the excluded middle holds', () => {
    fc.assert(
      fc.property(formulas, (formula) => {
        const condition = conditionOf(formula)
        expect(not(not(condition))).toEqual(condition)
        for (const assignment of ASSIGNMENTS) {
          expect(verdictIn(and(condition, not(condition)), assignment)).toBe('no')
          expect(verdictIn(or(condition, not(condition)), assignment)).toBe('yes')
        }
      }),
    )
  })

  test('De Morgan', () => {
    fc.assert(
      fc.property(fc.array(formulas, { maxLength: 4 }), (parts) => {
        const conditions = parts.map(conditionOf)
        for (const assignment of ASSIGNMENTS) {
          expect(verdictIn(not(and(...conditions)), assignment)).toBe(verdictIn(or(...conditions.map(not)), assignment))
          expect(verdictIn(not(or(...conditions)), assignment)).toBe(verdictIn(and(...conditions.map(not)), assignment))
        }
      }),
    )
  })

  test('not moves through decisions that are not certain', () => {
    fc.assert(
      fc.property(formulas, fc.record({ a: decisions, b: decisions, c: decisions, d: decisions }), (formula, given) => {
        const condition = conditionOf(formula)
        const positive = decide(condition, (one) => given[nameOf(one)])
        const negative = decide(not(condition), (one) => given[nameOf(one)])
        expect(decide(not(not(condition)), (one) => given[nameOf(one)])).toEqual(positive)
        // A certain answer is certain on both sides.
        if (positive.verdict === 'yes') expect(negative.verdict).toBe('no')
        if (positive.verdict === 'no') expect(negative.verdict).toBe('yes')
        if (negative.verdict === 'yes') expect(positive.verdict).toBe('no')
      }),
    )
  })

  test('a certain answer stays whatever the uncertain atoms turn out to be', () => {
    fc.assert(
      fc.property(formulas, fc.subarray([...NAMES]), fc.constantFrom(...ASSIGNMENTS), (formula, open, assignment) => {
        const decision = decide(conditionOf(formula), (one) =>
          open.includes(nameOf(one))
            ? { verdict: 'unseen', compared: false }
            : { verdict: assignment[nameOf(one)] ? 'yes' : 'no', compared: false },
        )
        for (const other of ASSIGNMENTS) {
          const completed = Object.fromEntries(
            NAMES.map((name) => [name, open.includes(name) ? other[name] : assignment[name]]),
          ) as unknown as Assignment
          if (decision.verdict === 'yes') expect(holds(formula, completed)).toBe(true)
          if (decision.verdict === 'no') expect(holds(formula, completed)).toBe(false)
        }
      }),
    )
  })

  test('trivial parts disappear', () => {
    const [a, b] = [atomNamed('a'), atomNamed('b')]
    expect(and()).toEqual(TRUE)
    expect(or()).toEqual(FALSE)
    expect(and(TRUE, a, TRUE)).toBe(a)
    expect(or(FALSE, a)).toBe(a)
    expect(and(a, FALSE, b)).toEqual(FALSE)
    expect(or(a, TRUE, b)).toEqual(TRUE)
    expect(not(TRUE)).toEqual(FALSE)
    expect(not(FALSE)).toEqual(TRUE)
    expect(and(a, b)).toMatchObject({ op: 'and', of: [a, b] })
  })
})

describe('opposite', () => {
  test('is an involution', () => {
    fc.assert(
      fc.property(decisions, (decision) => {
        expect(opposite(opposite(decision))).toEqual(decision)
      }),
    )
  })

  test.each([
    ['yes', 'no'],
    ['no', 'yes'],
    ['either', 'either'],
    ['unseen', 'unseen'],
  ] as const)('%s ↔ %s', (verdict, expected) => {
    expect(opposite({ verdict, compared: true })).toEqual({ verdict: expected, compared: true })
    expect(opposite({ verdict, compared: false })).toEqual({ verdict: expected, compared: false })
  })
})

describe('allOf and anyOf', () => {
  test('one refusal is enough, and one admission', () => {
    fc.assert(
      fc.property(fc.array(decisions), (list) => {
        const verdicts = list.map((one) => one.verdict)
        expect(allOf(list).verdict === 'no').toBe(verdicts.includes('no'))
        expect(allOf(list).verdict === 'yes').toBe(verdicts.every((one) => one === 'yes'))
        expect(anyOf(list).verdict === 'yes').toBe(verdicts.includes('yes'))
        expect(anyOf(list).verdict === 'no').toBe(verdicts.every((one) => one === 'no'))
      }),
    )
  })

  test('what was compared stays compared', () => {
    fc.assert(
      fc.property(fc.array(decisions), (list) => {
        const isCompared = list.some((one) => one.compared)
        expect(allOf(list).compared).toBe(isCompared)
        expect(anyOf(list).compared).toBe(isCompared)
      }),
    )
  })

  test('they do not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(decisions), (list) => {
        const reversed = list.toReversed()
        expect(allOf(reversed)).toEqual(allOf(list))
        expect(anyOf(reversed)).toEqual(anyOf(list))
      }),
    )
  })

  test('what cannot be seen outweighs what goes both ways', () => {
    const either: Decision = { verdict: 'either', compared: false }
    const unseen: Decision = { verdict: 'unseen', compared: false }
    const refusal: Decision = { verdict: 'no', compared: true }
    expect(allOf([either, unseen]).verdict).toBe('unseen')
    expect(anyOf([either, unseen]).verdict).toBe('unseen')
    expect(anyOf([either, { ...refusal, compared: false }]).verdict).toBe('either')
    // A flag beside a check that refuses: the flag is its operator's business.
    expect(anyOf([either, refusal]).verdict).toBe('unseen')
  })
})

describe('isSatisfiable', () => {
  const [a, b] = [atomNamed('a'), atomNamed('b')]

  test.each([
    ['a', a, true],
    ['a && !a', and(a, not(a)), false],
    ['a && (!a || b)', and(a, or(not(a), b)), true],
    ['a && (!a || b) && !b', and(a, or(not(a), b), not(b)), false],
    ['(a || b) && !a && !b', and(or(a, b), not(a), not(b)), false],
    ['!(a || !a)', not(or(a, not(a))), false],
  ] as const)('%s', (_, condition, expected) => {
    expect(isSatisfiable(condition, nameOf)).toBe(expected)
  })

  test('atoms with the same key are the same atom', () => {
    const condition = and(a, not(b))
    expect(isSatisfiable(condition, nameOf)).toBe(true)
    expect(isSatisfiable(condition, () => 'same')).toBe(false)
  })

  test('huge conditions are taken to be possible, and quickly', () => {
    const many = Array.from({ length: 200 }, (_, index) =>
      atom({ kind: 'truthy', node: { type: String(index) } as unknown as Node, frame: null }),
    )
    const condition = and(...many, or(...many.map(not)))
    expect(isSatisfiable(condition, (one) => (one.kind === 'truthy' ? one.node.type : ''))).toBe(true)
    expect(atomsOf(condition, 48)).toBeUndefined()
    expect(atomsOf(condition, 1000)).toHaveLength(400)
  })
})

describe('decisions about code', () => {
  const inHandler = (test: string, before = ''): string =>
    `${before}\napp.get('/', (req, res) => { const { origin } = req.headers; probe(${test}) })`
  const LIST = `const list = ['${LISTED}']`
  const stranger = { origin: STRANGER, environment: 'production' } as const
  const listed = { origin: LISTED, environment: 'production' } as const
  const nobody = { origin: null, environment: 'production' } as const

  test.each([
    ['list.includes(origin)', stranger, 'no', true],
    ['list.includes(origin)', listed, 'yes', true],
    ['!list.includes(origin)', stranger, 'yes', true],
    ['origin', stranger, 'yes', false],
    ['origin', nobody, 'no', false],
    ['!origin', stranger, 'no', false],
    ['origin !== undefined', stranger, 'yes', false],
    ['origin === undefined', nobody, 'yes', false],
    ["typeof origin === 'string'", stranger, 'yes', false],
    [`origin === '${LISTED}'`, stranger, 'no', true],
    ['req.method', stranger, 'either', false],
    ["req.method === 'GET'", stranger, 'either', false],
    ['flag', stranger, 'either', false],
    ['process.env.X', stranger, 'either', false],
    ['flag && list.includes(origin)', listed, 'either', true],
    ['flag && list.includes(origin)', stranger, 'no', true],
    ['flag || list.includes(origin)', listed, 'yes', true],
    ['flag || list.includes(origin)', stranger, 'unseen', true],
    ['elsewhere(origin)', stranger, 'unseen', false],
    ['elsewhere(req)', stranger, 'unseen', false],
    ['req.isAllowed', stranger, 'unseen', false],
    ['elsewhere.list.includes(origin)', stranger, 'no', true],
    ['true', stranger, 'yes', false],
    ["'' || 0 || null", stranger, 'no', false],
    ['[]', stranger, 'yes', false],
    [String.raw`/example\.com$/.test(origin)`, listed, 'yes', true],
    [String.raw`/(?=x)/.test(origin)`, stranger, 'unseen', false],
  ] as const)('%s in %o is %s, compared: %s', (code, world, verdict, compared) => {
    expect(decisionOf(inHandler(code, LIST), world)).toEqual({ verdict, compared })
  })
})
