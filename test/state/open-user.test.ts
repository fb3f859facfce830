import { expect, it } from 'vitest'
import { createOpenUser } from '../../src/state/users/open-user.ts'
import { settle } from './a-list.ts'
import { aWriter } from './a-writer.ts'

it('an open user stays known when the list has gone so far that their window is dropped', async () => {
  const { state, open, list, known } = aWriter(1_500)
  open()
  await settle()
  await settle()
  const user = createOpenUser(state, 'u1')
  const leave = user.subscribe(() => {})
  for (let start = 0; start < 1_500; start += 50) {
    list.loadRange({ start, end: start + 20 })
    await settle()
    await settle()
  }
  expect(list.getSnapshot().source.at(1)).toBe(undefined)
  expect(user.getSnapshot()).toMatchObject({ status: 'ready', user: { id: 'u1' } })
  leave()
  await settle()
  expect(known.find('u1')).toBe(undefined)
})
