/**
 * An origin that is on nobody's list: any website. A file that names it, in a list of sites to
 * refuse for example, is asked about another.
 */
export function strangerTo(text: string): string {
  return (
    ['https://evil.example', 'https://attacker.example'].find((origin) => !text.includes(origin)) ??
    'https://stranger.example'
  )
}
