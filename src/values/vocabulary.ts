import type { TSESTree } from '@typescript-eslint/utils'
import { listBehind } from './collections.ts'
import { atomsOf, type Condition } from './condition.ts'
import { isVariable } from './development.ts'
import type { Analysis } from './evaluate.ts'
import { isReused } from './reuse.ts'
import { isFunction, methodName, staticKey, unwrap, within } from './tree.ts'
import type { Atom, Frame, Node, Value } from './value.ts'

/** What a condition names: the texts and patterns that it compares with, wherever the file keeps them. */
export interface Vocabulary {
  readonly texts: readonly Word[]
  readonly patterns: readonly Pattern[]
  /** The environment variables that it reads, as they are written. */
  readonly variables: readonly string[]
  /** The expressions that look at a text: `x.startsWith(…)`, `/…/.test(x)`, `new URL(x).host === …`. */
  readonly tests: readonly Node[]
}

export interface Word {
  readonly text: string
  readonly node: Node
}

export interface Pattern {
  readonly source: string
  readonly flags: string
  readonly node: Node
  /** Whether one and the same object tests request after request, and thereby keeps its `lastIndex`. */
  readonly isReused: boolean
}

const MAX_NODES = 3_000
const MAX_WORDS = 200

/** Methods that look at a part of a text. */
const TEXT_METHOD =
  /^(?:startsWith|endsWith|search|match|matchAll|test|exec|slice|substr|substring|split|replace|replaceAll|at|charAt|localeCompare)$/
/** Methods that look for something in a list, a set, a table, or a text. */
const LOOKUP_METHOD = /^(?:includes|indexOf|lastIndexOf|has|get)$/
const URL_PART = /^(?:host|hostname|port|protocol|origin|href)$/

/** Collects what a condition names. Bounded: of a very large condition only the first part is read. */
export function vocabularyOf(analysis: Analysis, condition: Condition): Vocabulary {
  const reader = new VocabularyReader(analysis)
  for (const one of atomsOf(condition, 200) ?? []) reader.readAtom(one)
  return reader
}

class VocabularyReader implements Vocabulary {
  readonly texts: Word[] = []
  readonly patterns: Pattern[] = []
  readonly variables: string[] = []
  readonly tests: Node[] = []
  private readonly analysis: Analysis
  private readonly seen = new Set<Node>()
  private readonly reused = new Set<Node>()

  constructor(analysis: Analysis) {
    this.analysis = analysis
  }

  readAtom(one: Atom): void {
    switch (one.kind) {
      case 'matches':
        this.patterns.push({
          source: one.source,
          flags: one.flags,
          node: one.node,
          isReused: isReused(this.analysis.tree, one.node, one.option),
        })
        this.tests.push(one.node)
        return
      case 'contained':
        this.texts.push({ text: one.text, node: one.node })
        this.tests.push(one.node)
        return
      case 'equal':
        this.read(one.left.node, one.left.frame)
        this.read(one.right.node, one.right.frame)
        return
      case 'picked':
        this.texts.push({ text: one.name, node: one.key.node })
        return
      case 'value':
        if (one.value.kind !== 'class') this.read(one.value.node, null)
        return
      case 'unseen':
        return
      default:
        this.read(one.node, one.frame)
    }
  }

  private read(node: Node, frame: Frame | null): void {
    const pending: Node[] = [node]
    for (let current = pending.shift(); current; current = pending.shift()) {
      const bare = unwrap(current)
      if (this.seen.has(bare)) continue
      this.seen.add(bare)
      if (this.seen.size > MAX_NODES || this.texts.length > MAX_WORDS) return
      pending.unshift(...this.step(bare, this.analysis.frameOf(bare, frame)))
    }
  }

  /** Takes up one node; what comes back is read next. */
  private step(node: Node, frame: Frame | null): readonly Node[] {
    switch (node.type) {
      case 'Literal':
        if ('regex' in node) this.addPattern(node.regex.pattern, node.regex.flags, node)
        else if (typeof node.value === 'string') this.addText(node.value, node)
        return []
      case 'TemplateElement':
        this.addText(node.value.cooked ?? '', node)
        return []
      case 'Identifier':
        return this.byName(node, frame)
      case 'MemberExpression':
        return this.byValue(node, frame) ?? [node.object, ...(node.computed ? [node.property] : [])]
      case 'TemplateLiteral':
        return this.byValue(node, frame) ?? childrenOf(node)
      case 'BinaryExpression': {
        if (node.operator === '+') return this.byValue(node, frame) ?? childrenOf(node)
        if (mentionsPart(node.left) || mentionsPart(node.right)) this.tests.push(node)
        return childrenOf(node)
      }
      case 'NewExpression': {
        const isPattern = this.analysis.evaluate(node, frame, {}).every(({ value }) => value.kind === 'regexp')
        return (isPattern ? this.byValue(node, frame) : undefined) ?? childrenOf(node)
      }
      case 'CallExpression': {
        const name = methodName(node) ?? ''
        if (TEXT_METHOD.test(name) || (LOOKUP_METHOD.test(name) && !this.isMembership(node, frame)))
          this.tests.push(node)
        this.noteReuse(node, frame)
        const callee = this.byValue(unwrap(node.callee), frame)
        return [...(callee ?? [node.callee]), ...node.arguments]
      }
      case 'Property':
        return node.computed ? [node.key, node.value] : this.property(node.key, node.value)
      default:
        return childrenOf(node)
    }
  }

  /** The keys of a table are words as well. */
  private property(key: Node, value: Node): readonly Node[] {
    return key.type === 'Literal' ? [key, value] : [value]
  }

  private byName(node: Node, frame: Frame | null): readonly Node[] {
    const definition = this.analysis.variables.get(node)?.defs[0]
    if (!definition) return []
    if (definition.type === 'FunctionName' || definition.type === 'ClassName') return [definition.node]
    const written = this.analysis.variables.get(node)?.references.flatMap((one) => one.writeExpr ?? []) ?? []
    return [...(this.byValue(node, frame) ?? []), ...(written as readonly Node[])]
  }

  /** What an expression stands for, where that is known; `undefined` where its parts have to be read instead. */
  private byValue(node: Node, frame: Frame | null): readonly Node[] | undefined {
    const values = this.analysis
      .evaluate(node, frame, {})
      .map(({ value }) => (value.kind === 'instance' && value.of === 'Set' ? (listBehind(value) ?? value) : value))
    for (const value of values) this.noteVariable(value)
    const known = values
      .filter((value) => /^(?:literal|regexp|list|object|function|instance)$/.test(value.kind))
      // `table.hasOwnProperty` is no field of the table.
      .filter((value) => value.kind !== 'literal' || value.value !== undefined)
    if (known.length === 0) return undefined
    return known.flatMap((value) => this.takeUp(value, node))
  }

  private takeUp(value: Value, node: Node): readonly Node[] {
    switch (value.kind) {
      case 'literal':
        if (typeof value.value === 'string' && !value.tainted) this.addText(value.value, placeOf(value.node, node))
        return []
      case 'regexp':
        this.addPattern(value.source, value.flags, value.node)
        return []
      case 'list':
        return value.items.flatMap((item) => {
          const texts = item.choices().flatMap((choice) => (choice.value.kind === 'literal' ? [choice.value] : []))
          for (const text of texts) if (typeof text.value === 'string') this.addText(text.value, text.node)
          return texts.length > 0 ? [] : [item.node]
        })
      case 'object':
      case 'function':
      case 'instance':
        return [value.node]
      default:
        return []
    }
  }

  private noteVariable(value: Value): void {
    if (value.kind !== 'external' || !isVariable(value)) return
    const text = this.analysis.text.slice(value.node.range[0], value.node.range[1])
    if (!this.variables.includes(text)) this.variables.push(text)
  }

  /** `list.includes(origin)` asks for the whole origin: no part of it is looked at. */
  private isMembership(call: TSESTree.CallExpression, frame: Frame | null): boolean {
    const callee = unwrap(call.callee)
    const [sought] = call.arguments
    if (callee.type !== 'MemberExpression' || !sought || sought.type === 'SpreadElement') return true
    const isWhole = this.analysis
      .evaluate(sought, frame, {})
      .every(({ value }) => value.kind === 'input' && value.exact)
    if (/^(?:has|get)$/.test(staticKey(callee) ?? '')) return isWhole || this.isReading(call, frame)
    return isWhole && this.analysis.evaluate(callee.object, frame, {}).every(({ value }) => value.kind === 'list')
  }

  /** `request.headers.get('origin')` looks for nothing in the origin: it is the origin. */
  private isReading(call: Node, frame: Frame | null): boolean {
    return this.analysis.evaluate(call, frame, {}).every(({ value }) => value.kind === 'input' && value.exact)
  }

  private addPattern(source: string, flags: string, node: Node): void {
    if (!this.patterns.some((one) => one.node === node))
      this.patterns.push({ source, flags, node, isReused: this.reused.has(node) })
  }

  /** `pattern.test(…)`, or `patterns.some(…)` with such a call in it. */
  private noteReuse(call: TSESTree.CallExpression, frame: Frame | null): void {
    const callee = unwrap(call.callee)
    const name = callee.type === 'MemberExpression' ? staticKey(callee) : undefined
    if (callee.type !== 'MemberExpression' || name === undefined) return
    const isAsked = /^(?:test|exec)$/.test(name)
    if (!isAsked && !(/^(?:some|every|find|findIndex)$/.test(name) && this.asksPattern(call))) return
    for (const { value } of this.analysis.evaluate(callee.object, frame, {})) {
      const items = value.kind === 'list' ? value.items.flatMap((item) => item.choices()) : []
      for (const one of [value, ...items.map((choice) => choice.value)])
        if (one.kind === 'regexp' && isReused(this.analysis.tree, one.node)) this.reused.add(one.node)
    }
  }

  private asksPattern(call: TSESTree.CallExpression): boolean {
    return within(this.analysis.tree.calls, call).some((one) => /^(?:test|exec)$/.test(methodName(one) ?? ''))
  }

  private addText(text: string, node: Node): void {
    if (text !== '' && !this.texts.some((one) => one.node === node && one.text === text))
      this.texts.push({ text, node })
  }
}

/** A computed text has no node of its own: then it is where it was asked for. */
function placeOf(own: Node, asked: Node): Node {
  return own.type === 'Literal' || own.type === 'TemplateLiteral' ? own : asked
}

function mentionsPart(node: Node): boolean {
  const bare = unwrap(node)
  if (bare.type === 'MemberExpression') return URL_PART.test(staticKey(bare) ?? '') || bare.computed
  return bare.type === 'Identifier' && URL_PART.test(bare.name) && bare.name !== 'origin'
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = []
  for (const [key, child] of Object.entries(node) as [string, unknown][]) {
    if (
      key === 'parent' ||
      key === 'loc' ||
      key === 'range' ||
      /^type(?:Annotation|Arguments|Parameters)$|^returnType$/.test(key)
    )
      continue
    if (Array.isArray(child)) children.push(...child.filter(isNode))
    else if (isNode(child)) children.push(child)
  }
  return isFunction(node) ? children.filter((child) => child === node.body) : children
}

function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'range' in value
  )
}
