import corsBeforeRoutes from './cors-before-routes.ts'
import noBypassableOriginCheck from './no-bypassable-origin-check.ts'
import noConflictingPolicies from './no-conflicting-policies.ts'
import noCorsHeadersInRequest from './no-cors-headers-in-request.ts'
import noIneffectiveOriginCheck from './no-ineffective-origin-check.ts'
import noInsecureOrigin from './no-insecure-origin.ts'
import noNullOrigin from './no-null-origin.ts'
import noRedundantEntries from './no-redundant-entries.ts'
import noReflectedOrigin from './no-reflected-origin.ts'
import noSharedSuffixOrigin from './no-shared-suffix-origin.ts'
import noWildcardOrigin from './no-wildcard-origin.ts'
import noWildcardWithCredentials from './no-wildcard-with-credentials.ts'
import requireMaxAge from './require-max-age.ts'
import requirePreflight from './require-preflight.ts'
import requireVaryOrigin from './require-vary-origin.ts'
import requireWebsocketOriginCheck from './require-websocket-origin-check.ts'
import validCorsOptions from './valid-cors-options.ts'
import validHeaderName from './valid-header-name.ts'
import validHeaderValue from './valid-header-value.ts'
import validOrigin from './valid-origin.ts'

export default {
  'cors-before-routes': corsBeforeRoutes,
  'no-bypassable-origin-check': noBypassableOriginCheck,
  'no-conflicting-policies': noConflictingPolicies,
  'no-cors-headers-in-request': noCorsHeadersInRequest,
  'no-ineffective-origin-check': noIneffectiveOriginCheck,
  'no-insecure-origin': noInsecureOrigin,
  'no-null-origin': noNullOrigin,
  'no-redundant-entries': noRedundantEntries,
  'no-reflected-origin': noReflectedOrigin,
  'no-shared-suffix-origin': noSharedSuffixOrigin,
  'no-wildcard-origin': noWildcardOrigin,
  'no-wildcard-with-credentials': noWildcardWithCredentials,
  'require-max-age': requireMaxAge,
  'require-preflight': requirePreflight,
  'require-vary-origin': requireVaryOrigin,
  'require-websocket-origin-check': requireWebsocketOriginCheck,
  'valid-cors-options': validCorsOptions,
  'valid-header-name': validHeaderName,
  'valid-header-value': validHeaderValue,
  'valid-origin': validOrigin,
}
