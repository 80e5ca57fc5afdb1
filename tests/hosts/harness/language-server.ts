import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type Command,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type ProtocolConnection,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node'

interface Published {
  readonly uri: string
  readonly version?: number
  readonly diagnostics: Diagnostic[]
}

/** A language server of a project, with one document open in it, as an editor has it. */
export class LanguageServer {
  readonly #process: ChildProcess
  readonly #connection: ProtocolConnection
  readonly #folder: string
  readonly #published: Published[] = []
  #wake: () => void = () => undefined
  #isPulling = false
  #uri = ''
  #text = ''
  #version = 0

  constructor(script: string, args: readonly string[], folder: string, settings: unknown) {
    this.#folder = folder
    this.#process = spawn(process.execPath, [script, ...args], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] })
    const { stdin, stdout } = this.#process
    if (!stdin || !stdout) throw new Error(`${script} has no pipes`)
    this.#connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin))
    this.#connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    )
    this.#connection.onRequest('client/registerCapability', () => null)
    this.#connection.onRequest('workspace/diagnostic/refresh', () => null)
    this.#connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.#apply(edit)
      return { applied: true }
    })
    this.#connection.onNotification('textDocument/publishDiagnostics', (published: Published) => {
      this.#published.push(published)
      this.#wake()
    })
    this.#connection.listen()
  }

  /** Says hello, as an editor that shows links and offers quick fixes. */
  async start(initializationOptions?: unknown): Promise<void> {
    const uri = pathToFileURL(this.#folder).href
    const { capabilities } = await this.#connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'project' }],
      initializationOptions,
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true, applyEdit: true },
        textDocument: {
          publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true, versionSupport: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
            dataSupport: true,
          },
        },
      },
    })
    this.#isPulling = capabilities.diagnosticProvider !== undefined
    await this.#connection.sendNotification('initialized', {})
  }

  get text(): string {
    return this.#text
  }

  /** Opens the document, and what is found in it then. */
  async open(path: string, text: string): Promise<Diagnostic[]> {
    this.#uri = pathToFileURL(join(this.#folder, path)).href
    this.#text = text
    this.#version = 1
    const textDocument = { uri: this.#uri, languageId: 'javascript', version: this.#version, text }
    return this.#seen(() => this.#connection.sendNotification('textDocument/didOpen', { textDocument }))
  }

  /** Types, and what is found afterwards. */
  async change(text: string): Promise<Diagnostic[]> {
    this.#text = text
    this.#version++
    return this.#seen(() =>
      this.#connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: this.#uri, version: this.#version },
        contentChanges: [{ text }],
      }),
    )
  }

  /** The quick fixes that a menu shows for a finding. */
  async quickFixes(diagnostic: Diagnostic): Promise<CodeAction[]> {
    const actions = await this.#connection.sendRequest<(CodeAction | Command)[] | null>('textDocument/codeAction', {
      textDocument: { uri: this.#uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only: ['quickfix'] },
    })
    return (actions ?? []).filter((action): action is CodeAction => 'kind' in action && action.kind === 'quickfix')
  }

  /** Chooses a quick fix, and what is found afterwards. */
  async choose({ edit, command }: CodeAction): Promise<Diagnostic[]> {
    if (edit) this.#apply(edit)
    if (command) await this.#connection.sendRequest('workspace/executeCommand', command)
    return this.change(this.#text)
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest('shutdown')
    await this.#connection.sendNotification('exit')
    this.#connection.dispose()
    this.#process.kill()
  }

  /** What is found in the document after something happened to it. */
  async #seen(happen: () => Promise<void>): Promise<Diagnostic[]> {
    this.#published.length = 0
    await happen()
    if (this.#isPulling) {
      const report = await this.#connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri: this.#uri },
      })
      return report.kind === 'full' ? report.items : []
    }
    for (;;) {
      const published = this.#published.find(
        ({ uri, version = this.#version }) => uri === this.#uri && version === this.#version,
      )
      if (published) return published.diagnostics
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  #apply({ changes, documentChanges = [] }: WorkspaceEdit): void {
    const edits = [
      ...(changes?.[this.#uri] ?? []),
      ...documentChanges.flatMap((change) => ('edits' in change ? (change.edits as TextEdit[]) : [])),
    ]
    const placed = edits.map(({ range, newText }) => ({
      start: this.#offsetOf(range.start),
      end: this.#offsetOf(range.end),
      newText,
    }))
    for (const { start, end, newText } of placed.sort((one, other) => other.start - one.start))
      this.#text = this.#text.slice(0, start) + newText + this.#text.slice(end)
  }

  #offsetOf({ line, character }: { readonly line: number; readonly character: number }): number {
    const lines = this.#text.split('\n').slice(0, line)
    return lines.reduce((sum, one) => sum + one.length + 1, 0) + character
  }
}
