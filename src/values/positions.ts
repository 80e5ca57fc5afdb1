import type { Frame, FunctionNode, Node } from './value.ts'
import { enclosingFunction } from './tree.ts'

/** The positions of the calls through which an activation was entered, the outermost first. */
export function positionsOf(frame: Frame | null): readonly number[] {
  const positions: number[] = []
  for (let current = frame; current;) {
    if (current.entry) positions.unshift(current.entry.node.range[0])
    current = current.entry ? current.entry.frame : current.outer
  }
  return positions
}

/**
 * The function whose body runs from top to bottom around a node: through the calls that enter it, up to one
 * that is entered from outside, or that waits and lets others go first; `null` for the module.
 */
export function sequenceOf(node: Node, frame: Frame | null): FunctionNode | null {
  const fn = enclosingFunction(node)
  if (!fn) return null
  let own = frame
  while (own && own.owner !== fn) own = own.outer
  if (!own?.entry || own.entry.node === fn || fn.async || fn.generator) return fn
  return sequenceOf(own.entry.node, own.entry.frame)
}
