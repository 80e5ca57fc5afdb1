/** What ESLint and its packages read of `process` as they load. */
const answers = { env: {}, argv: [], cwd: (): string => '/', platform: 'linux', version: 'v20.19.0', versions: {} }

Object.assign(globalThis, { process: answers })

export {}
