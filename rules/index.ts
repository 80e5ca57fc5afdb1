import corsBeforeRoutes from './cors-before-routes.ts'
import noConflictingPolicies from './no-conflicting-policies.ts'
import noIneffectiveOriginCheck from './no-ineffective-origin-check.ts'
import noReflectedOrigin from './no-reflected-origin.ts'
import noWildcardOrigin from './no-wildcard-origin.ts'
import noWildcardWithCredentials from './no-wildcard-with-credentials.ts'
import requirePreflight from './require-preflight.ts'
import requireVaryOrigin from './require-vary-origin.ts'

export default {
  'cors-before-routes': corsBeforeRoutes,
  'no-conflicting-policies': noConflictingPolicies,
  'no-ineffective-origin-check': noIneffectiveOriginCheck,
  'no-reflected-origin': noReflectedOrigin,
  'no-wildcard-origin': noWildcardOrigin,
  'no-wildcard-with-credentials': noWildcardWithCredentials,
  'require-preflight': requirePreflight,
  'require-vary-origin': requireVaryOrigin,
}
