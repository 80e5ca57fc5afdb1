import type { SourceCode } from 'eslint'

import type { MountRecord, PolicyRecord, Setting } from '../exchange/record.ts'
import type { Mount } from '../applications/model.ts'
import type { Fact, Policy } from '../policy.ts'
import type { Node } from '../values/value.ts'
import { placeOf } from './places.ts'
import { waysOf } from './ways.ts'

/** The longest piece of code that a record carries, in lines and in characters. */
const MAX_LINES = 24
const MAX_CHARACTERS = 4000
/** So many places of a policy are kept to attach findings by. */
const MAX_PLACES = 400

/**
 * A policy as data.
 *
 * @param source the file it was read from.
 * @param origins further origins to ask it about, as browsers send them; any website, `null`, a request without an
 * origin, the origins that it names and the witness of its checks are asked about anyway.
 */
export function recordOf(policy: Policy, source: SourceCode, origins: readonly string[] = []): PolicyRecord {
  const { library, grants, mounts, isLocal, stranger, preflight, vary } = policy
  const ways = waysOf(policy, source, origins)
  const place = placeOf(policy.node)
  const { defaultMethods } = library
  const methods = settingsOf(policy.methods)
  return {
    library: { id: library.id, label: library.label },
    place,
    places: nodesOf(policy).slice(0, MAX_PLACES).map(placeOf),
    code: codeOf(policy.node, source),
    mounts: mounts.map(mountOf),
    isLocal,
    isDevelopmentOnly: grants.length > 0 && grants.every(({ environment }) => environment === 'development'),
    stranger,
    ways,
    credentials: settingsOf(policy.credentials),
    methods:
      methods.length === 0 && defaultMethods ? [{ state: 'set', value: defaultMethods, isDefault: true }] : methods,
    allowedHeaders: settingsOf(policy.allowedHeaders),
    exposedHeaders: settingsOf(policy.exposedHeaders),
    maxAge: settingsOf(policy.maxAge),
    preflight,
    vary: vary.state,
    dependsOnOrigin:
      grants.some(({ dependsOnOrigin }) => dependsOnOrigin) ||
      grants.filter(({ kind }) => kind === 'listed' || kind === 'null').length > 1,
  }
}

function settingsOf<T>(facts: readonly Fact<T>[]): Setting<T>[] {
  return facts
    .filter(({ environment }) => environment !== 'development')
    .map(({ value, isSet, sent, isDefault = false }): Setting<T> => {
      if (!isSet || value === undefined) return { state: 'unknown' }
      return sent === null && value !== false ? { state: 'absent' } : { state: 'set', value, isDefault }
    })
}

function mountOf(mount: Mount): MountRecord {
  if (mount.type === 'export') return { method: mount.handler.method, path: null }
  return { method: mount.registration.method, path: mount.registration.path ?? null }
}

/** What a policy consists of: rules point at one of these, or at something inside one. */
function nodesOf(policy: Policy): Node[] {
  const { form } = policy
  const written = form.type === 'headers' ? form.writes.map(({ node }) => node) : [form.call, form.options]
  const facts = [policy.credentials, policy.methods, policy.allowedHeaders, policy.exposedHeaders, policy.maxAge]
  const parts = [
    policy.node,
    ...written,
    ...policy.grants.flatMap(({ node, use }) => [node, use]),
    ...facts.flat().flatMap(({ node, source }) => [node, source]),
    ...policy.options.written.map(({ node }) => node),
    ...policy.callbackFaults.map(({ node }) => node),
    ...(policy.reply?.emissions.map(({ node }) => node) ?? []),
  ]
  return [...new Set(parts)].filter((node) => node !== undefined)
}

function codeOf({ loc }: Node, { lines }: SourceCode): PolicyRecord['code'] {
  const text = lines.slice(loc.start.line - 1, Math.min(loc.end.line, loc.start.line - 1 + MAX_LINES)).join('\n')
  return { text: text.slice(0, MAX_CHARACTERS), firstLine: loc.start.line }
}
