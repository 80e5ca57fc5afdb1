import './hosts/process.ts'

import { Linter } from 'eslint/universal'

import { lint, type Means } from './lint.ts'
import type { LintRequest } from './messages.ts'

const means: Means = {
  linter: new Linter({ cwd: '/' }),
  async loadParser() {
    return (await import('./typescript.ts')).parser
  },
}

self.addEventListener('message', ({ data }: MessageEvent<LintRequest>) => {
  void lint(data, means).then((answer) => {
    self.postMessage(answer)
  })
})
