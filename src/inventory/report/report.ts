import type { Inventory } from '../inventory.ts'
export function reportOf(_: Inventory): string {
  return ''
}
