import noIneffectiveOriginCheck from './no-ineffective-origin-check.ts'
import noReflectedOrigin from './no-reflected-origin.ts'
import noWildcardOrigin from './no-wildcard-origin.ts'
import noWildcardWithCredentials from './no-wildcard-with-credentials.ts'
import requireVaryOrigin from './require-vary-origin.ts'

export default {
  'no-ineffective-origin-check': noIneffectiveOriginCheck,
  'no-reflected-origin': noReflectedOrigin,
  'no-wildcard-origin': noWildcardOrigin,
  'no-wildcard-with-credentials': noWildcardWithCredentials,
  'require-vary-origin': requireVaryOrigin,
}
