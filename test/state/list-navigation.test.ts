import { expect, it, vi } from 'vitest'
import { createListNavigation } from '../../src/state/lists/list-navigation.ts'
import { createRowSource } from '../../src/state/windows/row-source.ts'
import { aList } from './a-list.ts'
import { aUser } from './array-api.ts'

async function aNavigation(count = 9) {
  const setup = aList(Array.from({ length: count }, (_, number) => aUser(number)))
  setup.open()
  return {
    ...setup,
    navigation: createListNavigation(setup.state, setup.state.users, setup.view, setup.list),
  }
}

it('finding a user among a million rows looks only at loaded windows', async () => {
  const { navigation } = await aNavigation()
  const rows = Array.from({ length: 50 }, (_, number) => aUser(number))
  const source = createRowSource(new Map([[19_999, rows]]), 1_000_000, 'exact')
  const at = vi.spyOn(source, 'at')
  expect(navigation.positionsIn(source)('u7')).toBe(999_957)
  expect(at.mock.calls.length).toBeLessThan(25_000)
})

it('keeps the position of a user who has left the list, until the query changes', async () => {
  const { navigation, answer, now, view } = await aNavigation()
  await answer()
  expect(navigation.positionsIn(now().source)('u7')).toBe(7)
  view.setQuery({ search: 'user-1' })
  expect(navigation.positionsIn(now().source)('u7')).toBe(7)
  await answer()
  expect(now().source.total).toBe(1)
  expect(navigation.positionsIn(now().source)('u7')).toBe(null)
})

it('navigation skips an unreadable row', async () => {
  const { navigation, server, now } = await aNavigation()
  await new Promise((resolve) => setTimeout(resolve, 1))
  server.requests[0]?.answer((window) => ({
    ...window,
    rows: window.rows.map((row) => (row.id === 'u2' ? { unreadable: true, id: 'u2', issue: '' } : row)),
  }))
  await expect.poll(() => now().status).toBe('ready')
  expect((await navigation.step('u1', 1))?.id).toBe('u3')
  expect((await navigation.step('u3', -1))?.id).toBe('u1')
})
