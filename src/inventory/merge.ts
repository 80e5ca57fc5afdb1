import type { Certainty, PolicyRecord, Way } from '../exchange/record.ts'

/** Code that several routes run is one policy: what it does in one of the runs, it does perhaps. */
export function mergedRuns(records: readonly PolicyRecord[]): readonly PolicyRecord[] {
  const runs = new Map<string, PolicyRecord>()
  for (const record of records) {
    const key = JSON.stringify([record.place, record.library.id])
    const known = runs.get(key)
    runs.set(key, known ? joined(known, record) : record)
  }
  return [...runs.values()]
}

function joined(one: PolicyRecord, other: PolicyRecord): PolicyRecord {
  return {
    ...one,
    places: union(one.places, other.places),
    mounts: union(one.mounts, other.mounts),
    isLocal: one.isLocal && other.isLocal,
    isDevelopmentOnly: one.isDevelopmentOnly && other.isDevelopmentOnly,
    ways: joinedWays(one.ways, other.ways),
    credentials: union(one.credentials, other.credentials),
    methods: union(one.methods, other.methods),
    allowedHeaders: union(one.allowedHeaders, other.allowedHeaders),
    exposedHeaders: union(one.exposedHeaders, other.exposedHeaders),
    maxAge: union(one.maxAge, other.maxAge),
    preflight:
      one.preflight === other.preflight
        ? one.preflight
        : [one.preflight, other.preflight].includes('answered')
          ? 'answered'
          : 'unknown',
    vary: one.vary === 'sent' ? other.vary : one.vary,
    dependsOnOrigin: one.dependsOnOrigin || other.dependsOnOrigin,
  }
}

function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...new Map([...one, ...other].map((item) => [JSON.stringify(item), item])).values()]
}

function joinedWays(one: readonly Way[], other: readonly Way[]): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const way of [...one, ...other]) {
    const key = JSON.stringify({ ...way, open: {}, credentials: '' })
    const known = ways.get(key)
    ways.set(key, known ? joinedWay(known, way) : way)
  }
  return [...ways.values()]
}

function joinedWay(one: Way, other: Way): Way {
  const origins = [...new Set([...Object.keys(one.open), ...Object.keys(other.open)])]
  return {
    ...one,
    open: Object.fromEntries(origins.map((origin) => [origin, either(one.open[origin], other.open[origin])])),
    credentials: either(one.credentials, other.credentials),
  }
}

function either(one: Certainty = 'unknown', other: Certainty = 'unknown'): Certainty {
  if (one === other) return one
  const both = [one, other]
  return both.includes('yes') || both.includes('perhaps') ? 'perhaps' : 'unknown'
}
