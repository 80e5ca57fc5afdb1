import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'

import type { Edit, Finding } from '../linter/messages.ts'
import type { Language } from './state.ts'

/** The text that is linted, with its findings marked. */
export interface Editor {
  /** Replaces the text; the change can be undone. */
  write(code: string): void
  /** Makes an edit of a finding. Nothing happens where the text is no longer the one that was linted. */
  apply(edit: Edit): void
  /** Marks what was found in `code`; nothing where the text has changed since. */
  mark(code: string, findings: readonly Finding[]): void
  speak(language: Language): void
  /** Scrolls to a place and puts the cursor there. */
  reveal(from: number, to: number): void
  close(): void
}

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly code: string
  readonly language: Language
  /** Where the page of a rule is. */
  readonly addressOf: (rule: string) => string
  readonly onChange: (code: string) => void
}

const CONTENT = { 'aria-label': 'Code of the server', tabindex: '0', autocorrect: 'off', spellcheck: 'false' }

/** Puts an editor into an element of the page. */
export function openEditor({ parent, code, language, addressOf, onChange }: EditorOptions): Editor {
  const grammar = new Compartment()
  let linted: string | undefined
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: code,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        syntaxHighlighting(classHighlighter),
        // Tab is left to move the focus.
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        EditorView.contentAttributes.of(CONTENT),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString())
        }),
        grammar.of(grammarOf(language)),
      ],
    }),
  })

  const apply = ({ range: [from, to], text }: Edit): void => {
    if (view.state.doc.toString() !== linted) return
    view.dispatch({ changes: { from, to, insert: text }, userEvent: 'input.fix' })
    view.focus()
  }

  return {
    apply,
    write(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } })
    },
    mark(text, findings) {
      if (view.state.doc.toString() !== text) return
      linted = text
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map((finding) => diagnosticOf(finding, addressOf, apply)),
        ),
      )
    },
    speak(one) {
      view.dispatch({ effects: grammar.reconfigure(grammarOf(one)) })
    },
    reveal(from, to) {
      const { length } = view.state.doc
      const anchor = Math.min(from, length)
      view.dispatch({
        selection: { anchor, head: Math.min(to, length) },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      })
      view.focus()
    },
    close() {
      view.destroy()
    },
  }
}

function grammarOf(language: Language): Extension {
  return javascript({ typescript: language === 'ts', jsx: language === 'js' })
}

function diagnosticOf(
  { rule, severity, message, from, to, fix, suggestions }: Finding,
  addressOf: (rule: string) => string,
  apply: (edit: Edit) => void,
): Diagnostic {
  const edits = [...(fix ? [{ title: 'Fix', edit: fix }] : []), ...suggestions]
  return {
    from,
    to,
    severity,
    message: rule === undefined ? message : `${message} (${rule})`,
    renderMessage() {
      const text = document.createElement('span')
      text.append(message)
      if (rule !== undefined) {
        const link = document.createElement('a')
        link.href = addressOf(rule)
        link.textContent = rule
        text.append(' ', link)
      }
      return text
    },
    actions: edits.map(({ title, edit }) => ({
      name: title,
      apply() {
        apply(edit)
      },
    })),
  }
}
