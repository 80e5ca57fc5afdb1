import { optionReader } from '../options/reader.ts'
import type { LibraryData, OptionLibraryData, OriginSemantics, Place } from '../semantics.ts'
import type { Reader } from './reader.ts'

/** What is written goes over a default that lets everybody in. */
const ORIGIN: OriginSemantics = {
  absent: 'anyone',
  undefined: 'anyone',
  null: 'none',
  empty: 'none',
  false: 'none',
  true: 'none',
  star: 'none',
  text: 'none',
  globs: { in: 'list', star: '.*' },
  list: 'compared',
  emptyList: 'none',
  starInList: 'anyone',
  regexp: 'none',
  other: 'none',
  function: 'none',
}

const LIBRARY: Omit<LibraryData, 'label'> = {
  id: 'sst',
  version: '3',
  wildcardWithCredentials: 'refused',
  variesByItself: true,
  acceptsPatterns: false,
  allowlist: 'list',
  defaultMethods: undefined,
  options: [
    { name: 'allowOrigins', part: 'origin' },
    { name: 'allowMethods', part: 'methods', absent: 'preflights allow every method' },
    { name: 'allowHeaders', part: 'allowedHeaders', absent: 'preflights allow every header' },
    { name: 'exposeHeaders', part: 'exposedHeaders' },
    { name: 'allowCredentials', part: 'credentials' },
    { name: 'maxAge', part: 'maxAge' },
  ],
}

const SHARED: Omit<OptionLibraryData, 'library' | 'places' | 'bare'> = {
  origin: ORIGIN,
  credentials: { absent: false, on: 'true' },
  // `'1 day'`
  maxAgeUnit: 'duration',
  mention: /\bsst\.aws\./,
  silentNames: ['sst.aws.'],
  answersPreflights: true,
}

/** A component of the global `sst`: its second argument, after the name. */
function component(name: string, path: readonly string[], absent: 'defaults' | 'off'): Place {
  return { type: 'new', modules: [''], names: [`sst.aws.${name}`], argument: 1, path, absent }
}

const apis = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`ApiGatewayV2` of SST' },
  places: [component('ApiGatewayV2', ['cors'], 'defaults')],
  bare: { true: 'defaults', other: 'off' },
})

const options = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`cors` of a function of SST' },
  places: [component('Function', ['url', 'cors'], 'off')],
  bare: { other: 'off' },
})

/** `url: true`, and `url: { authorization }`, which opens the function to everybody unless `cors` says otherwise. */
const urls = optionReader({
  ...SHARED,
  library: {
    ...LIBRARY,
    label: '`Function` of SST',
    allowlist: { code: '{ allowOrigins: LIST }', isInline: true },
    options: [
      { name: 'cors', part: 'origin' },
      { name: 'authorization', part: undefined, absent: 'anybody can call the function' },
    ],
  },
  origin: { ...ORIGIN, true: 'anyone' },
  places: [component('Function', ['url'], 'off')],
  bare: { true: 'defaults', other: 'off' },
})

/** S3 allows credentials to every origin that it names, and not with `*`. */
const buckets = optionReader({
  ...SHARED,
  library: { ...LIBRARY, label: '`Bucket` of SST', wildcardWithCredentials: 'dropped' },
  credentials: { absent: true, on: 'true' },
  places: [component('Bucket', ['cors'], 'off')],
  bare: { true: 'defaults', other: 'off' },
})

/** SST 3, as its source says: `sst.config.ts`, where `sst` is a global. */
export const sstReaders: readonly Reader[] = [apis, options, urls, buckets]
