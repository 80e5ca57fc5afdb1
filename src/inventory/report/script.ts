/** The script of the report: it filters what is there, and makes nothing out of text. */
export const SCRIPT = `
'use strict'
const form = document.querySelector('form')
const [search, state] = form.elements
const output = form.querySelector('output')
const items = [...document.querySelectorAll('[data-policy]')]
const texts = new Map([...document.querySelectorAll('article')].map((one) => [one.dataset.policy, one.textContent.toLowerCase()]))
const total = texts.size
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let shown = 0
  for (const item of items) {
    const text = texts.get(item.dataset.policy) ?? ''
    const isWanted = state.value === 'all' || item.dataset.state.split(' ').includes(state.value)
    item.hidden = !isWanted || !words.every((word) => text.includes(word))
    if (!item.hidden && item.localName === 'article') shown++
  }
  output.value = shown === total ? total + ' policies' : shown + ' of ' + total + ' policies'
}
let timer
search.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(filter, 120) })
state.addEventListener('change', filter)
form.addEventListener('submit', (event) => { event.preventDefault(); filter() })
addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus() }
})
form.parentElement.hidden = false
filter()
`
