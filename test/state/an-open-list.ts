import type { User } from '../../src/contract/users.ts'
import { aList } from './a-list.ts'

/** A list whose first window has arrived. */
export async function openList(users: readonly User[]) {
  const list = aList(users)
  const close = list.open()
  await list.answer()
  return { ...list, close }
}
