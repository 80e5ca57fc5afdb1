import type { Application, Registration } from './model.ts'

/** Whether one registration certainly takes place before another. */
export function isBefore(one: Registration, other: Registration): boolean {
  return isOrdered(one, other) && comparePositions(one.order, other.order) < 0
}

/** Whether two registrations stand in an order that the file shows. */
export function isOrdered(one: Registration, other: Registration): boolean {
  return one.application === other.application && one.sequence === other.sequence
}

/** Source order, where a call stands for all that happens in it. */
export function comparePositions(one: readonly number[], other: readonly number[]): number {
  for (const [index, position] of one.entries()) {
    const difference = position - (other[index] ?? -1)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

/** Whether every registration of an application is in this file, as far as a file can tell. */
export function isComplete({ kind, isCreatedHere, isShared, isExported, isServed }: Application): boolean {
  return isCreatedHere && !isShared && (kind === 'router' || isServed || !isExported)
}

/** Whether all that a request meets on its way to an application is in this file. */
export function isWhollySeen(application: Application, depth = 0): boolean {
  if (!isComplete(application) || application.isOnPlatform || depth > 4) return false
  if (application.kind === 'application' && application.mounts.length === 0) return true
  return (
    application.mounts.length > 0 &&
    !application.isExported &&
    application.mounts.every((mount) => isWhollySeen(mount.application, depth + 1))
  )
}
