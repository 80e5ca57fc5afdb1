// Lints the servers of this folder and prints the findings, which are not a failure here: `npm run demo`.
import { relative } from 'node:path'

import { ESLint } from 'eslint'

const eslint = new ESLint({ cwd: import.meta.dirname })
const results = await eslint.lintFiles(['.'])
const formatter = await eslint.loadFormatter('stylish')

const named = results.map((result) => ({ ...result, filePath: relative(process.cwd(), result.filePath) }))
console.log(await formatter.format(named))

if (results.some(({ fatalErrorCount }) => fatalErrorCount > 0)) process.exitCode = 1
