import { computed, onBeforeUnmount, onMounted, reactive, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'

import { FIRST_EXAMPLE } from '../examples/index.ts'
import type { Example } from '../examples/example.ts'
import type { Edit, Finding, LintAnswer } from '../linter/messages.ts'
import { startLinter, type LinterClient } from './client.ts'
import { configurationOf, requestOf } from './configuration.ts'
import { openEditor, type Editor } from './editor.ts'
import { decodeState, encodeState, INITIAL, type State } from './state.ts'

/** The playground of a page: what is written, what the linter says about it, and what can be done. */
export interface Session {
  readonly state: State & { -readonly [Key in keyof State]: State[Key] }
  /** The last answer; `undefined` until there is one. */
  readonly answer: Readonly<Ref<LintAnswer | undefined>>
  /** Why there are no findings: the linter did not load, or something is not accepted. */
  readonly problem: Readonly<Ref<string | undefined>>
  /** Whether an answer to what is written now is still to come. */
  readonly isWaiting: Readonly<Ref<boolean>>
  readonly configuration: ComputedRef<string>
  /** Whether `eslint --fix` changes something. */
  readonly isFixable: ComputedRef<boolean>
  open(example: Example): void
  apply(edit: Edit): void
  fixAll(): void
  reveal(finding: Finding): void
}

export interface SessionOptions {
  /** Where the editor goes. */
  readonly place: Readonly<Ref<HTMLElement | null>>
  /** Where the script of the linter is. */
  readonly linter: string
  readonly addressOf: (rule: string) => string
}

/** Runs a playground for as long as the component is there. */
export function useSession({ place, linter, addressOf }: SessionOptions): Session {
  const state = reactive({ ...(decodeState(location.hash.slice(1)) ?? stateOf(FIRST_EXAMPLE)) })
  const answer = shallowRef<LintAnswer>()
  const problem = ref<string>()
  const isWaiting = ref(true)
  let client: LinterClient | undefined
  let editor: Editor | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function ask(): void {
    const request = requestOf(state)
    if (typeof request === 'string') refuse(request)
    else client?.ask(request)
  }

  function refuse(reason: string): void {
    problem.value = reason
    isWaiting.value = false
  }

  function receive(one: LintAnswer): void {
    answer.value = one
    problem.value = one.refusal
    isWaiting.value = false
    editor?.mark(state.code, one.findings)
  }

  function remember(): void {
    window.history.replaceState(window.history.state, '', `#${encodeState(state)}`)
  }

  function follow(): void {
    const told = decodeState(location.hash.slice(1))
    if (told) replace(told)
  }

  function replace(next: Partial<State>): void {
    const { code = state.code, ...others } = next
    Object.assign(state, others)
    if (code !== state.code) editor?.write(code)
  }

  onMounted(() => {
    if (!place.value) return
    client = startLinter(linter, receive, refuse)
    const onChange = (code: string): void => {
      state.code = code
    }
    editor = openEditor({ parent: place.value, code: state.code, language: state.language, addressOf, onChange })
    window.addEventListener('hashchange', follow)
    ask()
  })
  onBeforeUnmount(() => {
    window.removeEventListener('hashchange', follow)
    clearTimeout(timer)
    client?.close()
    editor?.close()
  })

  watch(
    () => state.language,
    (language) => editor?.speak(language),
  )
  watch(state, () => {
    isWaiting.value = true
    clearTimeout(timer)
    timer = setTimeout(() => {
      remember()
      ask()
    }, 120)
  })

  return {
    state,
    answer,
    problem,
    isWaiting,
    configuration: computed(() => configurationOf(state)),
    isFixable: computed(() => answer.value !== undefined && answer.value.fixed !== state.code && !isWaiting.value),
    open(example) {
      replace(stateOf(example))
    },
    apply(edit) {
      editor?.apply(edit)
    },
    fixAll() {
      if (answer.value && !isWaiting.value) editor?.write(answer.value.fixed)
    },
    reveal({ from, to }) {
      editor?.reveal(from, to)
    },
  }
}

function stateOf({ code, language, name = INITIAL.name }: Example): State {
  return { ...INITIAL, code, language, name }
}
