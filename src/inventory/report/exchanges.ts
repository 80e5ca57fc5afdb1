import { exchange, type Exchange, type HeaderAnswer } from '../../exchange/exchange.ts'
import type { FindingRecord, PolicyRecord } from '../../exchange/record.ts'
import { markup, type Markup } from './markup.ts'

/** Rules about who gets in: an exchange shows what they say. */
const SHOWN =
  /^no-(?:wildcard-origin|wildcard-with-credentials|reflected-origin|ineffective-origin-check|bypassable-origin-check|null-origin)$/

/** The exchange that proves a finding; `undefined` where none does. */
export function proofOf(policy: PolicyRecord, { rule }: FindingRecord): Exchange | undefined {
  if (!SHOWN.test(rule)) return undefined
  const witness = policy.ways.find(({ check }) => check?.witness)?.check?.witness
  const origin =
    rule === 'no-null-origin' ? 'null' : rule === 'no-bypassable-origin-check' && witness ? witness : policy.stranger
  const hasCookies = exchange(policy, { origin, withCookies: true })
  // Where cookies are refused, what can be read without them is what is wrong.
  return hasCookies.decision === 'reads' || rule === 'no-wildcard-with-credentials'
    ? hasCookies
    : exchange(policy, { origin, withCookies: false })
}

/** An exchange as a figure: the page, its request, the response, and what the browser does. */
export function figureOf(
  { request, response, decision, reason, isConditional }: Exchange,
  { mounts }: PolicyRecord,
): Markup {
  const path = mounts.find((mount) => mount.path !== null)?.path ?? '/'
  const page = request.origin === 'null' ? 'A sandboxed frame of any page' : request.origin
  const cookies = request.withCookies ? ", { credentials: 'include' }" : ''
  const isBad = decision === 'reads'
  return markup`<ol class="flow" aria-label="The exchange that shows it">
    <li>
      <h4>The page</h4>
      ${page}<code>fetch('${path}'${cookies})</code>
    </li>
    <li>
      <h4>Its request</h4>
      <code>${request.method} ${path}</code><code>Origin: ${request.origin}</code>${
        request.withCookies ? markup`<code>Cookie: (the visitor's)</code>` : ''
      }
    </li>
    <li>
      <h4>The response</h4>
      ${header('Access-Control-Allow-Origin', response.allowOrigin)}${header(
        'Access-Control-Allow-Credentials',
        response.allowCredentials,
      )}${header('Vary', response.vary)}
    </li>
    <li class="${isBad ? 'bad' : decision === 'refused' ? 'good' : ''}">
      <h4>The browser</h4>
      <strong>${isBad ? 'lets the page read' : decision === 'refused' ? 'refuses' : 'cannot be told'}</strong>
      <p>${reason}${isConditional ? ' The server answers so for some requests only.' : ''}</p>
    </li>
  </ol>`
}

function header(name: string, answer: HeaderAnswer): Markup | string {
  if (answer.state === 'sent') return markup`<code>${name}: ${answer.text}</code>`
  if (answer.state === 'other') return markup`<code>${name}: (another origin, or none)</code>`
  return answer.state === 'unknown' && name === 'Access-Control-Allow-Origin' ? markup`<code>${name}: ?</code>` : ''
}
