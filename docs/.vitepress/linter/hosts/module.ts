import * as regexpp from '@eslint-community/regexpp'
import * as re2js from 're2js'
import * as tldts from 'tldts'

const PACKAGES: Readonly<Record<string, unknown>> = { '@eslint-community/regexpp': regexpp, re2js, tldts }

/** Takes the place of `node:module` in the page, where the packages that the plugin asks for are in the bundle. */
export function createRequire(): (name: string) => unknown {
  return (name) => {
    if (name in PACKAGES) return PACKAGES[name]
    throw new Error(`${name} is not in the bundle`)
  }
}

export default { createRequire }
