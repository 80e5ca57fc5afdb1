import noIneffectiveOriginCheck from './no-ineffective-origin-check.ts'
import noRedundantEntries from './no-redundant-entries.ts'
import noReflectedOrigin from './no-reflected-origin.ts'
import noWildcardOrigin from './no-wildcard-origin.ts'
import noWildcardWithCredentials from './no-wildcard-with-credentials.ts'
import requireMaxAge from './require-max-age.ts'
import requireVaryOrigin from './require-vary-origin.ts'
import validHeaderName from './valid-header-name.ts'
import validHeaderValue from './valid-header-value.ts'

export default {
  'no-ineffective-origin-check': noIneffectiveOriginCheck,
  'no-redundant-entries': noRedundantEntries,
  'no-reflected-origin': noReflectedOrigin,
  'no-wildcard-origin': noWildcardOrigin,
  'no-wildcard-with-credentials': noWildcardWithCredentials,
  'require-max-age': requireMaxAge,
  'require-vary-origin': requireVaryOrigin,
  'valid-header-name': validHeaderName,
  'valid-header-value': validHeaderValue,
}
