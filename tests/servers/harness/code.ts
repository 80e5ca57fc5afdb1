/**
 * A source text, written indented between backticks: without the first line break and the common indentation, and
 * with backslashes as they stand. Backticks and `${` of the text itself are written `` \` `` and `\${`.
 */
export function code(strings: TemplateStringsArray): string {
  const [raw = ''] = strings.raw
  const lines = raw
    .replace(/\\(`|\$\{)/g, '$1')
    .replace(/^\n/, '')
    .trimEnd()
    .split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  const indent = Math.min(...indents)
  return `${lines.map((line) => line.slice(indent)).join('\n')}\n`
}
