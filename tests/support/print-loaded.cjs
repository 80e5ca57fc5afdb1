'use strict'

// Prints the files that are loaded when the module named on the command line is imported.
const Module = require('node:module')
const { MessageChannel } = require('node:worker_threads')

const loaded = new Set()

const resolveFilename = Module._resolveFilename
Module._resolveFilename = function (...request) {
  const filename = resolveFilename.apply(this, request)
  loaded.add(filename.replaceAll('\\', '/'))
  return filename
}

const hooks = `
  let port
  export function initialize(data) { port = data }
  export async function resolve(specifier, context, next) {
    const resolved = await next(specifier, context)
    port.postMessage(resolved.url)
    return resolved
  }
`
const { port1, port2 } = new MessageChannel()
port1.on('message', (url) => loaded.add(url))
Module.register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: port2, transferList: [port2] })

void import(process.argv[2]).then(() => {
  // The messages of the hooks arrive before the next turn of the event loop ends.
  setImmediate(() => {
    port1.close()
    process.stdout.write(JSON.stringify([...loaded]))
  })
})
