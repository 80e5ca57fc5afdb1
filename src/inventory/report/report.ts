import { createHash } from 'node:crypto'

import type { FindingRecord } from '../../exchange/record.ts'
import type { Inventory, InventoryPolicy } from '../inventory.ts'
import { count, credentialsIn, listIn, mountsIn, readersOf, settingIn } from '../words.ts'
import { figureOf, proofOf } from './exchanges.ts'
import { markup, Markup } from './markup.ts'
import { matrixOf } from './matrix.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/**
 * The inventory as one page that needs nothing else: no request leaves it, and only its own script can run. What comes
 * from the linted code is text wherever it stands.
 */
export function reportOf(inventory: Inventory): string {
  const { policies, fileFindings, problems, files } = inventory
  const heard = [...policies.flatMap(({ findings }) => findings), ...fileFindings].filter((one) => !one.isSuppressed)
  const sound = policies.filter((policy) => stateOf(policy) === 'sound').length
  const policy = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`
  const page = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>CORS inventory</title>
        <style>${new Markup(STYLE)}</style>
      </head>
      <body>
        <a class="skip" href="#policies">Skip to the policies</a>
        <header class="wrap">
          <h1>CORS inventory</h1>
          <p class="soft">Which websites may read the responses of this code, and with whose cookies.</p>
          <ul class="tiles">
            <li>
              <b>${policies.length}</b>${policies.length === 1 ? 'policy' : 'policies'} in ${count(files, 'file')}
            </li>
            <li class="${heard.length > 0 ? 'bad' : 'good'}">
              <b>${heard.length}</b>${heard.length === 1 ? 'finding' : 'findings'}
            </li>
            <li class="good"><b>${sound}</b>without findings</li>
          </ul>
        </header>
        <div class="bar" hidden>
          <form class="wrap" role="search">
            <div class="grow">
              <label for="search">Search (press /)</label><input id="search" type="search" autocomplete="off" />
            </div>
            <div>
              <label for="state">Show</label
              ><select id="state">
                <option value="all">all policies</option>
                <option value="error">with errors</option>
                <option value="findings">with findings</option>
                <option value="sound">without findings</option>
              </select>
            </div>
            <output></output>
          </form>
        </div>
        <main class="wrap">
          <h2>Who may read what</h2>
          ${matrixOf(policies, dataStateOf)}
          <h2 id="policies">Policies</h2>
          ${policies.map(articleOf)}
          ${
            fileFindings.length === 0
              ? ''
              : markup`<h2>Other findings</h2>
                  <ul>
                    ${fileFindings.map((one) => markup`<li><bdi>${one.file}</bdi>:${one.line} ${messageOf(one)}</li>`)}
                  </ul>`
          }
          ${
            problems.length === 0
              ? ''
              : markup`<h2>Not read</h2>
                  <ul>
                    ${problems.map(({ file, line, message }) => markup`<li><bdi>${file}</bdi>${line > 0 ? `:${line}` : ''} ${message}</li>`)}
                  </ul>`
          }
        </main>
        <footer class="wrap">Made by eslint-plugin-cors. What cannot be seen in the code is shown as not seen.</footer>
        <script>${new Markup(SCRIPT)}</script>
      </body>
    </html>
`
  return page.markup
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

function stateOf({ findings }: InventoryPolicy): 'error' | 'warning' | 'sound' {
  const heard = findings.filter(({ isSuppressed }) => !isSuppressed)
  if (heard.length === 0) return 'sound'
  return heard.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
}

function dataStateOf(policy: InventoryPolicy): string {
  const state = stateOf(policy)
  return state === 'sound' ? state : `${state} findings`
}

const LOOKS = { error: 'bad', warning: 'warn', sound: 'good' } as const

function articleOf(policy: InventoryPolicy, index: number): Markup {
  const { file, place, library, findings, code } = policy
  const state = stateOf(policy)
  const heard = findings.filter(({ isSuppressed }) => !isSuppressed).length
  return markup`<article
    class="${LOOKS[state]}"
    id="policy-${index}"
    data-policy="${index}"
    data-state="${dataStateOf(policy)}"
    aria-labelledby="title-${index}"
  >
    <div class="top">
      <h3 id="title-${index}"><bdi>${file}</bdi>:${place.line}</h3>
      <span class="cell ${LOOKS[state]}">${heard === 0 ? 'no findings' : count(heard, 'finding')}</span>
    </div>
    <dl>
      ${entry('Who may read', readersOf(policy).join(', '))}${entry('Credentials', credentialsIn(policy))}${entry(
        'Library',
        library.id === 'http' ? 'headers written by hand' : library.id,
      )}${entry('Path', mountsIn(policy))}${entry('Methods', listIn(policy.methods))}${entry(
        'Request headers',
        listIn(policy.allowedHeaders),
      )}${entry('Max-Age', settingIn(policy.maxAge, String))}${entry('Vary: Origin', policy.vary)}${
        policy.isDevelopmentOnly ? entry('Environment', 'development only') : ''
      }
    </dl>
    <pre tabindex="0" aria-label="Code of ${file}, line ${place.line}"><code>${code.text}</code></pre>
    ${findings.map((finding) => findingOf(policy, finding))}
  </article> `
}

function entry(name: string, text: string): Markup {
  return markup`<div>
    <dt>${name}</dt>
    <dd>${text}</dd>
  </div>`
}

function findingOf(policy: InventoryPolicy, finding: FindingRecord): Markup {
  const proof = proofOf(policy, finding)
  return markup`<section class="finding">${messageOf(finding)}${proof ? figureOf(proof, policy) : ''}</section>`
}

function messageOf({ rule, message, severity, line, isSuppressed }: FindingRecord): Markup {
  return markup`<p>
      <span class="cell ${severity === 'error' ? 'bad' : 'warn'}">${isSuppressed ? 'silenced' : severity}</span> line
      ${line}, <code>cors/${rule}</code>
    </p>
    <p>${message}</p>`
}
