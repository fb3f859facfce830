import { expect, it, vi } from 'vitest'
import { createUsersWalk } from '../../src/state/users/users-walk.ts'
import { createRowSource } from '../../src/state/windows/row-source.ts'
import { aList } from './a-list.ts'
import { aUser } from './array-api.ts'

async function aWalk(count = 9) {
  const setup = aList(Array.from({ length: count }, (_, number) => aUser(number)))
  setup.open()
  return { ...setup, walk: createUsersWalk(setup.state, setup.view, setup.list) }
}

it('the place of a user among a million costs no look at each', async () => {
  const { walk } = await aWalk()
  const rows = Array.from({ length: 50 }, (_, number) => aUser(number))
  const source = createRowSource(new Map([[19_999, rows]]), 1_000_000, 'exact')
  const at = vi.spyOn(source, 'at')
  expect(walk.positionsIn(source)('u7')).toBe(999_957)
  expect(at.mock.calls.length).toBeLessThan(25_000)
})

it('a user keeps the place where they stood, and has none in the list of another search', async () => {
  const { walk, answer, now, view } = await aWalk()
  await answer()
  expect(walk.positionsIn(now().source)('u7')).toBe(7)
  view.setQuery({ search: 'user-1' })
  expect(walk.positionsIn(now().source)('u7')).toBe(7)
  await answer()
  expect(now().source.total).toBe(1)
  expect(walk.positionsIn(now().source)('u7')).toBe(null)
})

it('a walk goes over a row that cannot be read', async () => {
  const { walk, server, now } = await aWalk()
  await new Promise((resolve) => setTimeout(resolve, 1))
  server.requests[0]?.answer((window) => ({
    ...window,
    rows: window.rows.map((row) => (row.id === 'u2' ? { unreadable: true, id: 'u2', issue: '' } : row)),
  }))
  await vi.waitFor(() => expect(now().status).toBe('ready'))
  expect((await walk.step('u1', 1))?.id).toBe('u3')
  expect((await walk.step('u3', -1))?.id).toBe('u1')
})
