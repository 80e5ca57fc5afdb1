import type { Rule, SourceCode } from 'eslint'
import type { JSONSchema4 } from '@typescript-eslint/utils/json-schema'
import pkg from '#package.json' with { type: 'json' }
import { applyWith, type Edits, type FixContext } from './fixes/edit.ts'
import { modelOf, type FileModel } from './files.ts'
import { mentionsIn, type Mentions } from './mentions.ts'
import type { Policy } from './policy.ts'
import type { Source } from './policies.ts'
import { readSettings } from './settings.ts'
import type { Node } from './values/value.ts'

/** One thing a rule has to say. */
export interface Finding<Id extends string> {
  readonly node: Node
  /** The part of the node's text to underline, where it is not the whole node. */
  readonly range?: readonly [start: number, end: number] | undefined
  readonly messageId: Id
  readonly data?: Readonly<Record<string, string | undefined>>
  /** A repair that no Fetch-compliant client can notice: always a fix. */
  readonly fix?: Edits | undefined
  /** The narrowing repair: a fix where the user's settings name a list, a suggestion otherwise. */
  readonly repair?: Repair<Id> | undefined
  /** Other ways out, offered in the editor only. */
  readonly suggestions?: readonly (Repair<Id> | undefined)[]
}

export interface Repair<Id extends string> {
  readonly messageId: Id
  readonly data?: Readonly<Record<string, string>>
  readonly edits: Edits | undefined
}

/** What a rule is told besides what it judges. */
export interface FileContext<Options> extends FixContext {
  readonly options: Options
}

/** The same for a rule about policies. */
export interface JudgeContext<Options> extends FileContext<Options> {
  readonly policies: readonly Policy[]
}

/** What all rules say about themselves. */
interface RuleHead<Id extends string, Options> {
  readonly name: string
  readonly description: string
  /** The severity in the `recommended` preset. */
  readonly recommended: 'error' | 'warn' | 'off'
  readonly type?: 'problem' | 'suggestion'
  /** Whether its repair can be a fix, or it has fixes of its own. */
  readonly fixable?: boolean
  /** Whether it has repairs that are suggestions at most. */
  readonly suggests?: boolean
  readonly schema?: JSONSchema4[]
  readonly defaultOptions?: readonly Options[]
  readonly messages: Readonly<Record<Id, string>>
}

export interface PolicyRule<Id extends string, Options> extends RuleHead<Id, Options> {
  /** Judges one policy. */
  judge(policy: Policy, context: JudgeContext<Options>): Iterable<Finding<NoInfer<Id>>>
}

export interface FileRule<Id extends string, Options> extends RuleHead<Id, Options> {
  /** What a file has to mention for the rule to look at it. */
  readonly about: keyof Mentions
  /** Judges what else a file holds than policies. */
  judge(file: FileModel, context: FileContext<Options>): Iterable<Finding<NoInfer<Id>>>
}

/** Makes an ESLint rule of a judgement about policies: each of them by itself. */
export function policyRule<Id extends string, Options extends object = Record<string, never>>(
  rule: PolicyRule<Id, Options>,
): Rule.RuleModule {
  return fileRule<Id, Options>({
    ...rule,
    about: 'cors',
    *judge({ policies }, context) {
      const told = { ...context, policies }
      for (const policy of policies) yield* rule.judge(policy, told)
    },
  })
}

/**
 * Makes an ESLint rule of a judgement about a file. Does what all rules share: the text gate,
 * the shared analysis, settings, one report per defect, and whether a repair is a fix or a suggestion.
 */
export function fileRule<Id extends string, Options extends object = Record<string, never>>(
  rule: FileRule<Id, Options>,
): Rule.RuleModule {
  return {
    meta: {
      type: rule.type ?? 'problem',
      docs: {
        description: rule.description,
        recommended: rule.recommended,
        url: `${pkg.homepage.replace(/#.*$/, '')}/blob/v${pkg.version}/docs/rules/${rule.name}.md`,
      },
      ...(rule.fixable === true && { fixable: 'code' as const }),
      ...((rule.fixable === true || rule.suggests === true) && { hasSuggestions: true }),
      languages: ['js/js'],
      schema: rule.schema ?? [],
      ...(rule.defaultOptions && { defaultOptions: [...rule.defaultOptions] }),
      messages: rule.messages,
    },
    create(context) {
      const settings = readSettings(context.settings)
      const { sourceCode, filename, cwd } = context
      // The same object: ESLint and typescript-eslint describe it with different types.
      const source = sourceCode as unknown as Source
      if (!mentionsIn(source, filename)[rule.about]) return {}
      return {
        'Program:exit'() {
          const file = modelOf(source, settings.developmentGuards, filename)
          const said = new Set<string>()
          const options = (context.options[0] ?? {}) as Options
          for (const finding of rule.judge(file, { options, sourceCode, settings, filename, cwd })) {
            const key = (finding.range ?? finding.node.range).join('-')
            if (said.has(key)) continue
            said.add(key)
            context.report(reportOf(finding, settings.allowedOrigins !== undefined, sourceCode))
          }
        },
      }
    },
  }
}

function reportOf<Id extends string>(
  { node, range, messageId, data, fix, repair, suggestions = [] }: Finding<Id>,
  hasList: boolean,
  sourceCode: SourceCode,
): Rule.ReportDescriptor {
  const edits = fix ?? (hasList ? repair?.edits : undefined)
  const offered = (hasList ? suggestions : [repair, ...suggestions]).flatMap((one) =>
    one?.edits
      ? [
          {
            messageId: one.messageId,
            ...(one.data && { data: { ...one.data } }),
            fix: applyWith(one.edits, sourceCode.text),
          },
        ]
      : [],
  )
  const loc = range && {
    start: sourceCode.getLocFromIndex(range[0]),
    end: sourceCode.getLocFromIndex(range[1]),
  }
  return {
    ...(loc ? { loc } : { node }),
    messageId,
    ...(data && { data: { ...data } }),
    ...(edits && { fix: applyWith(edits, sourceCode.text) }),
    suggest: offered,
  }
}
