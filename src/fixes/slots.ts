import type { TSESTree } from '@typescript-eslint/utils'
import type { Form, Slot } from '../policy.ts'
import { unwrap } from '../values/tree.ts'
import type { Node } from '../values/value.ts'
import { insertAt, replace, type Edit, type Edits, type FixContext } from './edit.ts'
import { styleOf, type Style } from './style.ts'

/**
 * Adds an option that is missing, with whatever has to be there around it.
 *
 * @param value its value, as code.
 * @returns `undefined` where there is no place for it.
 */
export function addOption(
  { slot }: Form & { type: 'options' },
  name: string,
  value: string,
  context: FixContext,
): Edits | undefined {
  const edit = fill(slot, propertyOf([...slot.missing, name], value), styleOf(context.sourceCode))
  return edit && [edit]
}

/** The property that leads along names to a value. */
export function propertyOf([first = '', ...rest]: readonly string[], value: string): string {
  return `${first}: ${rest.reduceRight((text, key) => `{ ${key}: ${text} }`, value)}`
}

function fill({ node, argument, isInserted = false, beside }: Slot, option: string, style: Style): Edit | undefined {
  const property = beside === undefined ? option : `${beside.replaceAll("'", style.quote)}, ${option}`
  switch (node.type) {
    case 'ObjectExpression':
      return addProperty(node, property, style)
    case 'CallExpression':
    case 'NewExpression':
      return addArgument(node, argument, `{ ${property} }`, isInserted, style)
    case 'Property':
      return node.shorthand || node.method
        ? replace(node, `${style.of(node.key)}: { ${property} }`)
        : replaceValue(node.value, property, style)
    default:
      return replaceValue(node, property, style)
  }
}

/** Adds a property before the others of an object. */
export function addProperty(node: TSESTree.ObjectExpression, property: string, style: Style): Edit {
  const [first] = node.properties
  if (!first) {
    const inner = style.of(node).slice(1, -1)
    if (inner.trim() === '') return replace(node, `{ ${property} }`)
    return insertAt(node.range[0] + 1, `${style.newline}${style.indentOf(node)}${style.unit}${property},`)
  }
  const separator = style.startsLine(first) ? `,${style.newline}${style.indentOf(first)}` : ', '
  return insertAt(first.range[0], `${property}${separator}`)
}

function addArgument(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  index: number,
  text: string,
  isInserted: boolean,
  style: Style,
): Edit | undefined {
  const given = node.arguments[index]
  if (given && isInserted) return insertAt(given.range[0], `${text}, `)
  if (given) return replace(given, text)
  const before = node.arguments.at(-1)
  if (node.arguments.length !== index || !style.of(node).endsWith(')')) return undefined
  return before ? insertAt(before.range[1], `, ${text}`) : insertAt(node.range[1] - 1, text)
}

/** A value that is no object of options gives way to one; one that cannot be seen is kept and added to. */
function replaceValue(place: Node, property: string, style: Style): Edit {
  const node = unwrap(place)
  if (isSwitch(node)) return replace(place, `${style.of(node)} && { ${property} }`)
  const isUndefined = node.type === 'Identifier' && node.name === 'undefined'
  const isConstant = /^(?:Literal|ArrayExpression|TemplateLiteral|UnaryExpression)$/.test(node.type)
  return replace(place, isUndefined || isConstant ? `{ ${property} }` : `{ ...${style.of(place)}, ${property} }`)
}

/** Whether an expression says when there is something, and not what. */
function isSwitch(node: Node): boolean {
  if (node.type === 'BinaryExpression') return /^(?:[!=]==?|[<>]=?|in|instanceof)$/.test(node.operator)
  return node.type === 'UnaryExpression' && node.operator === '!' && node.argument.type !== 'Literal'
}
