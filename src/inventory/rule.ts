import { BroadcastChannel } from 'node:worker_threads'

import type { Rule } from 'eslint'

import { modelOf } from '../files.ts'
import { mentionsCors, type Source } from '../policies.ts'
import { readSettings } from '../settings.ts'
import { recordOf } from './record.ts'

/**
 * The rule by which policies get out of ESLint: one report for each file that has any, whose message is their records
 * as JSON, because reports are all that workers send back. It is no part of the plugin.
 *
 * @param channel the name of the channel on which each file is announced, where somebody listens.
 */
export function policiesRule(channel: string | undefined): Rule.RuleModule {
  const listeners = channel === undefined ? undefined : new BroadcastChannel(channel)
  listeners?.unref()
  return {
    meta: { type: 'suggestion', languages: ['js/js'], schema: [], messages: { policies: '{{records}}' } },
    create(context) {
      listeners?.postMessage(1)
      const { sourceCode, filename } = context
      // The same object: ESLint and typescript-eslint describe it with different types.
      const source = sourceCode as unknown as Source
      if (!mentionsCors(source, filename)) return {}
      const { developmentGuards } = readSettings(context.settings)
      return {
        'Program:exit'() {
          const { policies } = modelOf(source, developmentGuards, filename)
          if (policies.length === 0) return
          const records = JSON.stringify(policies.map((policy) => recordOf(policy, sourceCode)))
          context.report({ loc: { line: 1, column: 0 }, messageId: 'policies', data: { records } })
        },
      }
    },
  }
}
