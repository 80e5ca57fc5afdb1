import type { TSESTree } from '@typescript-eslint/utils'
import type { Analyzed } from '../../analyses.ts'
import { exportOf } from '../../modules.ts'
import type { SocketServer } from '../../policy.ts'
import type { Contexts } from '../../values/contexts.ts'
import type { Analysis } from '../../values/evaluate.ts'
import { methodName, staticKey, unwrap } from '../../values/tree.ts'
import type { Frame, Node, ObjectValue, Value } from '../../values/value.ts'
import { readHandler, type Handling } from './handshakes.ts'

const LISTENING = /^(?:on|once|addListener|prependListener)$/

/** Reads the WebSocket servers of `ws` 8: which of them look at the origin of a handshake, and at its session. */
export function readSocketServers({ analysis, contexts }: Analyzed): readonly SocketServer[] {
  return new SocketReader(analysis, contexts).read()
}

/** A function that a handshake goes through, and which of its parameters is the request, or has it. */
interface Handler {
  readonly value: Value
  readonly request: number
}

class SocketReader {
  private readonly analysis: Analysis
  private readonly contexts: Contexts

  constructor(analysis: Analysis, contexts: Contexts) {
    this.analysis = analysis
    this.contexts = contexts
  }

  read(): readonly SocketServer[] {
    return this.analysis.tree.news.flatMap((creation) => {
      this.analysis.refuel()
      const [frame = null] = this.contexts.of(creation)
      return this.isServer(creation, frame) ? [this.serverOf(creation, frame)] : []
    })
  }

  private isServer({ callee }: TSESTree.NewExpression, frame: Frame | null): boolean {
    const [only] = this.analysis.evaluate(callee, frame, {})
    const target = only && exportOf(only.value)
    return target?.module === 'ws' && /^(?:WebSocketServer|(?:WebSocket\.)?Server)$/.test(target.name)
  }

  private serverOf(creation: TSESTree.NewExpression, frame: Frame | null): SocketServer {
    const [argument] = creation.arguments
    const choices = argument && argument.type !== 'SpreadElement' ? this.analysis.evaluate(argument, frame, {}) : []
    const [only] = choices
    const value = choices.length === 1 ? only?.value : undefined
    const options = value?.kind === 'object' && !value.open ? value : undefined
    const handlings = this.handlersOf(creation, options).map((handler) => this.handlingOf(handler))
    return {
      node: creation,
      checksOrigin: handlings.includes('checked')
        ? true
        : !options || handlings.includes('unseen') || this.isElsewhere(options) || this.isKeptFromOthers()
          ? 'unseen'
          : false,
      session: handlings.find((one) => typeof one === 'object')?.session,
      options: isExtensible(options, argument) ? argument : undefined,
    }
  }

  private handlingOf({ value, request }: Handler): Handling {
    // `verifyClient: undefined` and the like are none.
    if (value.kind === 'literal') return 'silent'
    return value.kind === 'function' ? readHandler(this.analysis, value, request) : 'unseen'
  }

  private handlersOf(creation: Node, options: ObjectValue | undefined): readonly Handler[] {
    const verify = options?.fields.get('verifyClient')?.choices() ?? []
    return [
      ...verify.map(({ value }) => ({ value, request: 0 })),
      ...this.listeners('upgrade').map(({ listener }) => ({ value: listener, request: 0 })),
      ...this.listeners('connection')
        .filter(({ target }) => target === undefined || target === creation)
        .map(({ listener }) => ({ value: listener, request: 1 })),
    ]
  }

  /** The functions that listen to an event, and the creation of what they listen to, where that is seen. */
  private listeners(event: string): readonly { readonly listener: Value; readonly target: Node | undefined }[] {
    return this.analysis.tree.calls.flatMap((call) => {
      const callee = unwrap(call.callee)
      const [name, listener] = call.arguments
      if (callee.type !== 'MemberExpression' || !LISTENING.test(methodName(call) ?? '')) return []
      if (name?.type !== 'Literal' || name.value !== event || !listener || listener.type === 'SpreadElement') return []
      const [frame = null] = this.contexts.of(call)
      const [only] = this.analysis.evaluate(callee.object, frame, {})
      const target =
        only?.value.kind === 'instance' && this.isSocketServer(only.value.node) ? only.value.node : undefined
      return this.analysis
        .evaluate(unbound(listener), frame, {})
        .map(({ value }) => ({ listener: value, target: target }))
    })
  }

  private isSocketServer(node: Node): boolean {
    return node.type === 'NewExpression' && this.isServer(node, this.contexts.of(node)[0] ?? null)
  }

  /** Whether browsers are told to keep a cookie of this file away from what other sites ask for. */
  private isKeptFromOthers(): boolean {
    return this.analysis.tree.objects.some((object) =>
      object.properties.some(
        (property) =>
          property.type === 'Property' &&
          staticKey(property) === 'sameSite' &&
          property.value.type === 'Literal' &&
          /^(?:strict|lax|true)$/i.test(String(property.value.value)),
      ),
    )
  }

  /** Whether a handshake goes through code of another file, which may look at its origin. */
  private isElsewhere(options: ObjectValue): boolean {
    const isManual = options.fields
      .get('noServer')
      ?.choices()
      .some(({ value }) => value.kind !== 'literal' || value.value)
    const isReplaced = /\b(?:shouldHandle|handleUpgrade)\s*(?:=[^=]|\()/.test(this.analysis.text) && !isManual
    return (isManual === true && this.listeners('upgrade').length === 0) || isReplaced
  }
}

/** `this.onUpgrade.bind(this)` */
function unbound(listener: Node): Node {
  const bare = unwrap(listener)
  if (bare.type !== 'CallExpression' || methodName(bare) !== 'bind') return bare
  const callee = unwrap(bare.callee)
  return callee.type === 'MemberExpression' ? callee.object : bare
}

function isExtensible(options: ObjectValue | undefined, argument: Node | undefined): boolean {
  return (
    options !== undefined &&
    argument?.type === 'ObjectExpression' &&
    options.node === argument &&
    !options.fields.has('noServer') &&
    !options.fields.has('verifyClient')
  )
}
