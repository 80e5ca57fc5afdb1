import type { OptionGrants } from '../grants/options.ts'
import { askedOf, bindRequest, unseenBy } from '../grants/asked.ts'
import { awaited } from '../grants/promises.ts'
import type { CallbackFault } from '../policy.ts'
import type { Delegate } from '../semantics.ts'
import { completionsOf } from '../values/completions.ts'
import { and, not, TRUE, type Condition } from '../values/condition.ts'
import type { Analysis } from '../values/evaluate.ts'
import { isInside } from '../values/tree.ts'
import type { Choice, FunctionValue } from '../values/value.ts'
import type { Given } from './places.ts'

/** What comes of asking a function for options: options, as if they had been given, or a request without an answer. */
export type Answer =
  | { readonly type: 'options'; readonly given: Given }
  | { readonly type: 'faults'; readonly faults: readonly CallbackFault[] }

/** Functions that stand where options go. */
export class Delegates {
  private readonly analysis: Analysis
  private readonly grants: OptionGrants

  constructor(analysis: Analysis, grants: OptionGrants) {
    this.analysis = analysis
    this.grants = grants
  }

  /** @param when the condition under which the library is given the function. */
  *of(delegate: Delegate, fn: FunctionValue, given: Given, when: Condition): Iterable<Answer> {
    switch (delegate) {
      case 'callback':
        yield* this.byCallback(fn, given, when)
        return
      case 'value':
        for (const choice of this.returned(fn, given).flatMap(awaited)) yield* this.options(choice, fn, given, when)
        return
      case 'callback or promise':
        if (fn.node.params.length > 1) yield* this.byCallback(fn, given, when)
        else yield* this.byPromise(fn, given, when)
        return
      case 'factory':
        for (const choice of this.analysis.call(fn, unseenBy(fn), given.node, given.frame, {})) {
          if (choice.value.kind === 'function')
            yield* this.of('callback or promise', choice.value, given, and(when, choice.when))
          else yield* this.options(choice, fn, given, when)
        }
    }
  }

  private returned(fn: FunctionValue, { node, frame }: Given): readonly Choice[] {
    return this.analysis.call(fn, askedOf(fn, 'request'), node, frame, {})
  }

  /** `async (request) => options` */
  private *byPromise(fn: FunctionValue, given: Given, when: Condition): Iterable<Answer> {
    const returned = this.returned(fn, given)
    if (returned.every(({ value }) => value.kind === 'object' || value.kind === 'literal')) {
      yield { type: 'faults', faults: [{ kind: 'unpromised', node: fn.node }] }
      return
    }
    for (const choice of returned) {
      if (choice.value.kind !== 'instance') continue
      for (const one of awaited(choice)) yield* this.options(one, fn, given, when)
    }
  }

  /** Options that a function returns. */
  private *options({ value, when: own }: Choice, fn: FunctionValue, given: Given, when: Condition): Iterable<Answer> {
    if (value.kind === 'function' || value.kind === 'class') return
    const node = isInside(value.node, fn.node) ? value.node : fn.node
    const slot = { node, argument: 0, missing: [] }
    yield { type: 'options', given: { ...given, choice: { value, when: own }, node, slot, when } }
  }

  /** `(request, callback) => callback(null, options)` */
  private *byCallback(fn: FunctionValue, given: Given, when: Condition): Iterable<Answer> {
    const { analysis } = this
    const bindings = bindRequest(fn)
    const frame = analysis.enter(fn.node, bindings, fn.frame, null)
    const faults = this.grants.callbackFaults(fn, when, bindings).filter(({ kind }) => kind !== 'refusal')
    if (faults.length > 0) yield { type: 'faults', faults }
    for (const completion of completionsOf(analysis, fn.node, 1, frame).completions) {
      const { call } = completion
      const [failure, options] = call.arguments
      // `callback(error)`: the request fails, without headers.
      const allowed = failure && failure.type !== 'SpreadElement' ? not(analysis.test(failure, completion.frame)) : TRUE
      const answer = {
        ...given,
        slot: { node: call, argument: 1, missing: [] },
        when: and(when, completion.when, allowed),
      }
      if (!options) {
        if (!failure || failure.type === 'Literal')
          yield { type: 'options', given: { ...answer, choice: undefined, node: call } }
        continue
      }
      if (options.type === 'SpreadElement') continue
      for (const choice of analysis.evaluate(options, completion.frame, {})) {
        if (choice.value.kind === 'object' || choice.value.kind === 'literal')
          yield {
            type: 'options',
            given: { ...answer, choice, node: options, slot: { node: options, argument: 0, missing: [] } },
          }
      }
    }
  }
}
