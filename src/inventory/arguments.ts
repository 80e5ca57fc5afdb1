import { parseArgs } from 'node:util'

import { readSettings, type AllowedOrigins } from '../settings.ts'

const FORMATS = ['table', 'json', 'html', 'sarif'] as const
const LEVELS = ['error', 'warning', 'never'] as const

/** What the command was asked for. */
export interface Arguments {
  readonly paths: readonly string[]
  readonly format: (typeof FORMATS)[number]
  /** The file to write; `undefined` for the output of the command. */
  readonly output: string | undefined
  readonly failOn: (typeof LEVELS)[number]
  readonly config: string | undefined
  readonly allowedOrigins: AllowedOrigins | undefined
  readonly concurrency: number | 'auto' | 'off'
  readonly hasProgress: boolean
  readonly isAskingFor: 'help' | 'version' | undefined
}

export const HELP = `Usage: eslint-plugin-cors [paths…]

Lists every CORS policy of a code base and what is wrong with it.

  --format table|json|html|sarif  how to print it (table)
  --output FILE                   write it to a file instead
  --fail-on error|warning|never   which findings make the exit code 1 (error)
  --config FILE                   use this ESLint configuration, and the rules that it turns on
  --fix-with LIST                 rewrite what lets strangers in to a list of origins:
                                  https://app.example.com,https://admin.example.com
                                  ./config/origins.js#allowedOrigins
                                  env:CORS_ALLOWED_ORIGINS
  --concurrency N|auto|off        how many threads ESLint uses (auto)
  --no-progress                   no progress bar
  --help, --version

Exit codes: 0 no such findings, 1 findings, 2 something could not be run, read or parsed.
`

/** Reads the arguments of the command. Throws an error of one line for what is not accepted. */
export function argumentsOf(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'table' },
      output: { type: 'string' },
      'fail-on': { type: 'string', default: 'error' },
      config: { type: 'string' },
      'fix-with': { type: 'string' },
      concurrency: { type: 'string', default: 'auto' },
      'no-progress': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  })
  return {
    paths: positionals.length > 0 ? positionals : ['.'],
    format: oneOf('--format', values.format, FORMATS),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'], LEVELS),
    config: values.config,
    allowedOrigins: values['fix-with'] === undefined ? undefined : listOf(values['fix-with']),
    concurrency: concurrencyOf(values.concurrency),
    hasProgress: !values['no-progress'],
    isAskingFor: values.help ? 'help' : values.version ? 'version' : undefined,
  }
}

function oneOf<const T extends string>(flag: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((one) => one === value)
  if (found === undefined) throw new TypeError(`${flag} is ${JSON.stringify(value)}; accepted: ${accepted.join(', ')}.`)
  return found
}

function concurrencyOf(value: string): number | 'auto' | 'off' {
  if (value === 'auto' || value === 'off') return value
  if (/^[1-9]\d{0,2}$/.test(value)) return Number(value)
  throw new TypeError(`--concurrency is ${JSON.stringify(value)}; accepted: a number from 1 on, auto, off.`)
}

/** `env:NAME`, `module#export`, or origins with commas between them; validated as the setting is. */
function listOf(value: string): AllowedOrigins {
  const [, env] = /^env:(.*)$/s.exec(value) ?? []
  const [, module, name] = /^([^,]+)#([^#]+)$/s.exec(value) ?? []
  const allowedOrigins =
    env !== undefined
      ? { env }
      : module !== undefined && name !== undefined
        ? { module, export: name }
        : value.split(',').map((origin) => origin.trim())
  try {
    readSettings({ cors: { allowedOrigins } })
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    throw new TypeError(text.replace('settings.cors.allowedOrigins', '--fix-with'), { cause: error })
  }
  return allowedOrigins
}
