/**
 * Takes the place of what only runs on Node and is never reached in the page: files and processes. The rules that
 * ESLint itself has are left out the same way, because the playground enables none of them.
 */
export const get = (): undefined => undefined
export const has = (): boolean => false
export default {}
