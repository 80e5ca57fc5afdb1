import type { SourceCode } from 'eslint'
import type { Node } from '../values/value.ts'

/** How the surrounding code is written, so that what is added looks as if it had been there. */
export class Style {
  private readonly text: string
  readonly quote: '"' | "'"
  readonly semicolon: '' | ';'
  readonly newline: string
  /** One level of indentation. */
  readonly unit: string

  constructor(sourceCode: SourceCode) {
    this.text = sourceCode.text
    const withoutJsx = this.text.match(/(?:=|\(|,|:|from|\[)\s*(['"])/g) ?? []
    const doubles = withoutJsx.filter((match) => match.endsWith('"')).length
    this.quote = doubles * 2 > withoutJsx.length ? '"' : "'"
    this.semicolon = /;[ \t]*\r?$/m.test(this.text) || !this.text.includes('\n') ? ';' : ''
    this.newline = this.text.includes('\r\n') ? '\r\n' : '\n'
    const indents = [...this.text.matchAll(/^([ \t]+)\S/gm)].map((match) => match[1] ?? '')
    this.unit = indents.some((indent) => indent.startsWith('\t'))
      ? '\t'
      : ' '.repeat(Math.min(...indents.map((indent) => indent.length), 8) === 4 ? 4 : 2)
  }

  /** Whether the file says something. */
  mentions(pattern: RegExp): boolean {
    return pattern.test(this.text)
  }

  string(value: string): string {
    const { quote } = this
    return quote + value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote
  }

  /** The white space that the line of a node starts with. */
  indentOf(node: Node): string {
    const lineStart = this.text.lastIndexOf('\n', node.range[0] - 1) + 1
    return /^[ \t]*/.exec(this.text.slice(lineStart, node.range[0]))?.[0] ?? ''
  }

  /** Whether a node is the first thing on its line. */
  startsLine(node: Node): boolean {
    const lineStart = this.text.lastIndexOf('\n', node.range[0] - 1) + 1
    return this.text.slice(lineStart, node.range[0]).trim() === ''
  }

  of(node: Node): string {
    return this.text.slice(node.range[0], node.range[1])
  }
}

const styles = new WeakMap<object, Style>()

/** The style of a file; read once. */
export function styleOf(sourceCode: SourceCode): Style {
  let style = styles.get(sourceCode.ast)
  if (!style) styles.set(sourceCode.ast, (style = new Style(sourceCode)))
  return style
}
