import type { TSESTree } from '@typescript-eslint/utils'
import { and, atom, not, type Condition } from './condition.ts'
import { isTainted, literal, mapChoices, one, taint, unknown } from './construct.ts'
import { staticKey } from './tree.ts'
import type { Choices, Evaluator, Frame, Node, Value, World } from './value.ts'

/** `object.name`, `object[key]`. */
export function accessMember(
  evaluator: Evaluator,
  node: TSESTree.MemberExpression,
  frame: Frame | null,
  world: World,
): Choices {
  const objects = receivers(evaluator, node.object, node.optional, frame, world)
  const name = staticKey(node)
  if (name !== undefined) return mapChoices(objects, (value) => evaluator.member(value, name, node, frame, world))
  const keys = evaluator.evaluate(node.property, frame, world)
  return mapChoices(objects, (value) =>
    mapChoices(keys, (key) => {
      if (key.kind === 'literal' && (key.value !== undefined || key.tainted)) {
        const isLookup =
          key.tainted &&
          (value.kind === 'external' ||
            value.kind === 'unknown' ||
            (value.kind === 'object' && value.open && !value.fields.has(String(key.value))))
        if (isLookup) return one(literal(undefined, node, true))
        const found = evaluator.member(value, String(key.value), node, frame, world)
        return key.tainted ? found.map((choice) => ({ value: taint(choice.value), when: choice.when })) : found
      }
      return lookup(value, key, node, frame)
    }),
  )
}

/** What stands before a dot; before `?.` it may be missing. */
export function receivers(
  evaluator: Evaluator,
  node: Node,
  isOptional: boolean,
  frame: Frame | null,
  world: World,
): Choices {
  const values = evaluator.evaluate(node, frame, world)
  if (!isOptional || !values.some(({ value }) => value.kind === 'external' || value.kind === 'unknown')) return values
  const missing = atom({ kind: 'nullish', node, frame })
  return [
    ...values.map((choice) => ({ value: choice.value, when: and(choice.when, not(missing)) })),
    { value: literal(undefined, node), when: missing },
  ]
}

/** `table[key]` with a key that stays open: each entry may be the one. */
function lookup(value: Value, key: Value, node: Node, frame: Frame | null): Choices {
  // Asked again where the key is known, the look-up answers.
  const isPicked: Condition = atom({ kind: 'truthy', node, frame })
  if (value.kind === 'object' && !value.open && value.fields.size <= 16 && !isTainted(key)) {
    const picks = [...value.fields].flatMap(([name, field]) =>
      field.choices().map((choice) => ({ value: choice.value, when: and(isKey(key, name), choice.when) })),
    )
    return picks.length > 0 ? picks : one(unknown(node))
  }
  if (value.kind === 'input' || (value.kind === 'list' && value.items.length === 0))
    return one(value.kind === 'input' ? { ...value, exact: false, node, frame } : unknown(node))
  return [{ value: unknown(node, isTainted(key) || isTainted(value)), when: isPicked }]
}

function isKey(key: Value, name: string): Condition {
  return atom({ kind: 'picked', key, name })
}
