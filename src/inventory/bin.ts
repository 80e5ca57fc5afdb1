#!/usr/bin/env node
import { main } from './main.ts'

const { argv, env, stderr, stdout } = process
const terminal = { cwd: process.cwd(), stdout, stderr, isCi: env.CI !== undefined && env.CI !== 'false' }
// The code is set, not exited with: what was written may still be on its way through a pipe.
process.exitCode = await main(argv.slice(2), terminal, new URL('options.js', import.meta.url))
