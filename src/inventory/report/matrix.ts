import { exchange } from '../../exchange/exchange.ts'
import type { InventoryPolicy } from '../inventory.ts'
import { markup, type Markup } from './markup.ts'

type Reading = 'cookies' | 'reads' | 'refused' | 'unknown' | 'none'

const CELLS: Readonly<Record<Reading, readonly [look: string, text: string]>> = {
  cookies: ['bad', '● reads, with cookies'],
  reads: ['warn', '◐ reads'],
  refused: ['good', '○ refused'],
  unknown: ['dim', '? not seen'],
  none: ['dim', '– none'],
}

/** What a page of an origin gets to read. */
function readingOf(policy: InventoryPolicy, origin: string): Reading {
  const { decision } = exchange(policy, { origin, withCookies: true })
  if (decision === 'reads') return 'cookies'
  const without = exchange(policy, { origin, withCookies: false }).decision
  return without === 'refused' ? 'refused' : without === 'reads' ? 'reads' : 'unknown'
}

/** Origins × policies: who may read what, and with whose cookies. */
export function matrixOf(policies: readonly InventoryPolicy[], stateOf: (policy: InventoryPolicy) => string): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="Origins and policies">
    <table>
      <thead>
        <tr>
          <th scope="col">Policy</th>
          <th scope="col">Any website</th>
          <th scope="col">Sandboxed frame, <code>null</code></th>
          <th scope="col">Look-alike that passes the check</th>
          <th scope="col">Origins that the code names</th>
        </tr>
      </thead>
      <tbody>
        ${policies.map((policy, index) => rowOf(policy, index, stateOf(policy)))}
      </tbody>
    </table>
  </div>`
}

function rowOf(policy: InventoryPolicy, index: number, state: string): Markup {
  const witness = policy.ways.find(({ check }) => check?.witness)?.check?.witness
  const named = [
    ...new Set(
      policy.ways.flatMap((way) =>
        way.check ? way.check.names : way.kind === 'listed' && way.sends.type === 'text' ? [way.sends.text] : [],
      ),
    ),
  ]
  const isLookalike = witness !== undefined && witness !== null && witness !== policy.stranger
  return markup`<tr data-policy="${index}" data-state="${state}">
    <th scope="row">
      <a href="#policy-${index}"><bdi>${policy.file}</bdi>:${policy.place.line}</a>
    </th>
    <td>${cell(readingOf(policy, policy.stranger))}</td>
    <td>${cell(readingOf(policy, 'null'))}</td>
    <td>${isLookalike ? markup`${cell(readingOf(policy, witness))} <code>${witness}</code>` : cell('none')}</td>
    <td>
      ${named.length === 0 ? cell('none') : named.slice(0, 3).map((origin) => namedCell(policy, origin))}${
        named.length > 3 ? ` and ${named.length - 3} more` : ''
      }
    </td>
  </tr>`
}

/** A site that the code names is meant to read: that is no defect by itself. */
function namedCell(policy: InventoryPolicy, origin: string): Markup {
  const reading = readingOf(policy, origin)
  const [look, text] = CELLS[reading]
  const calm = reading === 'cookies' || reading === 'reads' ? 'good' : reading === 'refused' ? 'dim' : look
  return markup`<div><span class="cell ${calm}">${text}</span> <code>${origin}</code></div>`
}

function cell(reading: Reading): Markup {
  const [look, text] = CELLS[reading]
  return markup`<span class="cell ${look}">${text}</span>`
}
