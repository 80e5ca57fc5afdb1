/** What ESLint and its packages read of `process` as they load. */
const process = { env: {}, argv: [], cwd: (): string => '/', platform: 'linux', version: 'v20.19.0', versions: {} }

Object.assign(globalThis, { process })
