import { expect, it } from 'vitest'
import { createOpenRow } from '../../src/state/lists/open-row.ts'
import { settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'

it('an open user stays known when the list has gone so far that their window is dropped', async () => {
  const { state, open, list, known } = aWriter(1_500)
  open()
  await settle()
  await settle()
  const user = createOpenRow(state, state.users, 'u1')
  const leave = user.subscribe(() => {})
  for (let start = 0; start < 1_500; start += 50) {
    list.loadRange({ start, end: start + 20 })
    await settle()
    await settle()
  }
  expect(list.getSnapshot().source.at(1)).toBe(undefined)
  expect(user.getSnapshot()).toMatchObject({ status: 'ready', row: { id: 'u1' } })
  leave()
  await settle()
  expect(known.find('u1')).toBe(undefined)
})
