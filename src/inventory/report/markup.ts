/** A piece of HTML: everything that is put into it as text is escaped, so code can never become markup. */
export class Markup {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

type Part = string | number | Markup | readonly Markup[]

/** HTML with text, or further HTML, in its holes. */
export function markup(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => (index === 0 ? '' : markupOf(parts[index - 1] ?? '')) + text).join(''))
}

function markupOf(part: Part): string {
  if (part instanceof Markup) return part.markup
  return typeof part === 'object' ? part.map(({ markup }) => markup).join('') : escaped(String(part))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML. Characters that would not be seen, or that turn the direction of text, are spelled out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(/[^\P{C}\n\t]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`)
}
