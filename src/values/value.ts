import type { TSESLint, TSESTree } from '@typescript-eslint/utils'

export type Node = TSESTree.Node
export type Primitive = string | number | boolean | bigint | null | undefined

export type FunctionNode = TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression

/** The smallest things a condition is made of. */
export type Atom =
  /** The expression is truthy. */
  | { readonly kind: 'truthy'; readonly node: Node; readonly frame: Frame | null }
  /** The expression is `null` or `undefined`. */
  | { readonly kind: 'nullish'; readonly node: Node; readonly frame: Frame | null }
  /** `switch (left) { case right: }` */
  | { readonly kind: 'equal'; readonly left: Operand; readonly right: Operand }
  /** The block of a `try` throws. */
  | { readonly kind: 'throws'; readonly node: Node; readonly frame: Frame | null }
  /** A value that was already evaluated is truthy. */
  | { readonly kind: 'value'; readonly value: Value }
  /** `table[key]` takes the entry of that name. */
  | { readonly kind: 'picked'; readonly key: Value; readonly name: string }
  /** A pattern that a library tests against the origin accepts it. */
  | {
      readonly kind: 'matches'
      readonly source: string
      readonly flags: string
      readonly node: Node
      /** Where the library is given the pattern. */
      readonly option: Node
    }
  /** A text in which a library looks for the origin contains it. */
  | { readonly kind: 'contained'; readonly text: string; readonly node: Node }
  /** Something that may refuse the request and cannot be seen. */
  | { readonly kind: 'unseen'; readonly node: Node | undefined }

export type Condition =
  | { readonly op: 'true' }
  | { readonly op: 'false' }
  | { readonly op: 'atom'; readonly atom: Atom }
  | { readonly op: 'not'; readonly of: Condition }
  | { readonly op: 'and' | 'or'; readonly of: readonly Condition[]; readonly depth: number }

/**
 * - `yes`, `no`: decided.
 * - `either`: it does not depend on the origin (a method, a flag), so it can go both ways.
 * - `unseen`: it may depend on the origin in a way that cannot be seen.
 */
export type Verdict = 'yes' | 'no' | 'either' | 'unseen'

export interface Decision {
  readonly verdict: Verdict
  /** True when the request's origin was compared with something on the way. */
  readonly compared: boolean
}

/** One thing an expression can be, and the condition under which it is that. */
export interface Choice<T = Value> {
  readonly value: T
  readonly when: Condition
}

/** Everything an expression can be. Never empty: what cannot be seen is an `unknown` choice. */
export type Choices = readonly Choice[]

/**
 * One activation of a function (or of a loop body): what its parameters are bound to,
 * and from where it was entered.
 */
export interface Frame {
  readonly id: number
  /** The function or loop this is an activation of. */
  readonly owner: Node
  /** Pattern node (a parameter, a loop variable) → what it holds. Unbound patterns are unknown. */
  readonly bindings: ReadonlyMap<Node, Thunk>
  /** The frame of the lexically enclosing function, if that is known. */
  readonly outer: Frame | null
  /** The call or creation that entered it; conditions there hold here too. */
  readonly entry: { readonly node: Node; readonly frame: Frame | null } | null
  /** What holds in this activation alone: that the list has the element it is about. */
  readonly when: Condition
  readonly depth: number
}

/** An expression together with the activation that gives its parameters a meaning. */
export interface Operand {
  readonly node: Node
  readonly frame: Frame | null
}

/** What a parameter is bound to, in a world; by default the one it was bound in. */
export type Thunk = (world?: World) => Choices

/** What the analysis assumes about the outside while it evaluates. */
export interface World {
  /** The request's `Origin`: a string, `null` for a request without one, or absent for "any". */
  readonly origin?: string | null
  /** What NODE_ENV and its kin say; absent for "any". */
  readonly environment?: 'production' | 'development'
  /** The request's method; absent for "any". */
  readonly method?: string
  /**
   * What every environment variable holds that does not name the environment: a text, or `null` where none is set;
   * absent for "any text".
   */
  readonly configuration?: string | null
  /** A preflight brings no cookies, no `Authorization` and no header of its own: nobody is signed in (Fetch, 4.8). */
  readonly isPreflight?: boolean
}

/** Where a value that nobody in this file determines comes from. */
export type Root =
  | { readonly type: 'parameter'; readonly fn: FunctionNode; readonly index: number }
  /** A request that a library hands over, whatever the parameter is called. */
  | { readonly type: 'request' }
  | { readonly type: 'import'; readonly module: string; readonly name: string }
  | { readonly type: 'global'; readonly name: string }
  | { readonly type: 'self' }

/** Which part of the request a value was taken from; all of them are the client's to choose. */
export type InputSource = 'origin' | 'referer' | 'host' | 'query' | 'request'

export interface LiteralValue {
  readonly kind: 'literal'
  readonly value: Primitive
  readonly node: Node
  /** True when the value was computed from the assumed `Origin`. */
  readonly tainted: boolean
}

export interface RegExpValue {
  readonly kind: 'regexp'
  readonly source: string
  readonly flags: string
  readonly node: Node
}

export interface ListValue {
  readonly kind: 'list'
  readonly items: readonly ListItem[]
  /** True when there may be further items that cannot be seen. */
  readonly open: boolean
  readonly node: Node
  /** True when which items there are depends on the assumed `Origin`. */
  readonly tainted?: boolean
}

export interface ListItem {
  readonly choices: () => Choices
  readonly when: Condition
  readonly node: Node
}

export interface ObjectValue {
  readonly kind: 'object'
  readonly fields: ReadonlyMap<string, Field>
  /** True when there may be further fields that cannot be seen. */
  readonly open: boolean
  readonly node: Node
}

export interface Field {
  /** What the field holds; a choice of literal `undefined` with `absent` stands for "not set". */
  readonly choices: () => Choices
  /** The property or assignment to point at. */
  readonly node: Node
  /** The condition under which the field exists at all. */
  readonly when: Condition
}

export interface FunctionValue {
  readonly kind: 'function'
  readonly node: FunctionNode
  readonly frame: Frame | null
}

export interface ClassValue {
  readonly kind: 'class'
  readonly node: ClassNode
}

/** An object made by `new`, or a value whose class is known by other means (a promise, `this`). */
export interface InstanceValue {
  readonly kind: 'instance'
  /** The global constructor's name (`Set`, `URL`, `Promise`), or `this` for a class of the file. */
  readonly of: string
  readonly args: readonly (() => Choices)[]
  readonly node: Node
  readonly frame: Frame | null
  readonly class?: ClassNode
  readonly tainted: boolean
}

/** A boolean that is true exactly when the condition holds. */
export interface TestValue {
  readonly kind: 'test'
  readonly condition: Condition
  readonly node: Node
}

/** Something from outside the file, reached through `path` (`req` → `['headers', 'origin']`). */
export interface ExternalValue {
  readonly kind: 'external'
  readonly root: Root
  readonly path: readonly string[]
  readonly node: Node
}

/** A string that the client chooses, or one computed from it (`exact` is false then). */
export interface InputValue {
  readonly kind: 'input'
  readonly source: InputSource
  readonly exact: boolean
  readonly node: Node
  readonly frame: Frame | null
}

/** What cannot be seen; `tainted` when it may depend on the request. */
export interface UnknownValue {
  readonly kind: 'unknown'
  readonly tainted: boolean
  readonly node: Node
}

export type Value =
  | LiteralValue
  | RegExpValue
  | ListValue
  | ObjectValue
  | FunctionValue
  | ClassValue
  | InstanceValue
  | TestValue
  | ExternalValue
  | InputValue
  | UnknownValue

/** What one walk over a file collects, so that nobody has to walk it again. */
export interface Tree {
  readonly program: TSESTree.Program
  readonly calls: readonly TSESTree.CallExpression[]
  readonly news: readonly TSESTree.NewExpression[]
  readonly objects: readonly TSESTree.ObjectExpression[]
  readonly functions: readonly FunctionNode[]
  readonly classes: readonly ClassNode[]
  readonly assignments: readonly TSESTree.AssignmentExpression[]
  /** What `if` and `? :` test. */
  readonly tests: readonly TSESTree.Expression[]
  readonly returns: ReadonlyMap<FunctionNode, readonly TSESTree.ReturnStatement[]>
  readonly throws: ReadonlyMap<FunctionNode, readonly TSESTree.ThrowStatement[]>
}

/** The analysis as its own parts see it; `evaluate.ts` implements it. */
export interface Evaluator {
  readonly text: string
  readonly tree: Tree
  readonly variables: ReadonlyMap<Node, TSESLint.Scope.Variable>
  /** Names of the user's own development guards. */
  readonly developmentGuards: ReadonlySet<string>
  evaluate(node: Node, frame: Frame | null, world: World): Choices
  member(value: Value, key: string, node: Node, frame: Frame | null, world: World): Choices
  call(callee: Value, args: readonly Thunk[], node: Node, frame: Frame | null, world: World): Choices
  /** The condition under which an expression is truthy, with variables expanded. */
  test(node: Node, frame: Frame | null): Condition
  /** Gives a value from outside what the world assumes about it. */
  settle(value: Value, world: World): Value
  /** Takes one step of the budget; false when it is used up. */
  spend(): boolean
  /** Decides a condition in a world. */
  decide(condition: Condition, world: World): Decision
  /** Whether a condition can hold at all: false when it contradicts itself. */
  canHold(condition: Condition): boolean
  /** Whether a value counts as true. */
  truthiness(value: Value, world: World): Decision
  /** The condition under which control gets to a node, from where its frame was entered. */
  reach(node: Node, frame: Frame | null): Condition
  /** The same, up to the enclosing function only. */
  reachInFunction(node: Node, frame: Frame | null): Condition
  /** The condition under which a function of this file ends without a `return`. */
  completes(fn: FunctionNode, frame: Frame | null): Condition
  returnsOf(fn: FunctionNode): readonly TSESTree.ReturnStatement[]
  throwsOf(fn: FunctionNode): readonly TSESTree.ThrowStatement[]
  enter(
    owner: Node,
    bindings: ReadonlyMap<Node, Thunk>,
    outer: Frame | null,
    entry: Frame['entry'],
    when?: Condition,
  ): Frame
  /** The frame, among those around `frame`, in which the code of `node` runs. */
  frameOf(node: Node, frame: Frame | null): Frame | null
}
