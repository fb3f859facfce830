import { expect, it } from 'vitest'
import type { User } from '../../src/contract/users.ts'
import { nothingSeen, see } from '../../src/state/windows/seen-windows.ts'
import type { WindowData } from '../../src/state/windows/window-data.ts'
import { aUser } from './array-api.ts'

const window = (asked: number, rows: User[]): WindowData<User> => ({
  rows,
  total: 100,
  totalIs: 'exact',
  revision: `r${asked}`,
  asked,
  readAt: 0,
})

it('a user in two windows is shown as in the response to the later request, in any order of arrival', () => {
  const [older, newer] = [aUser(1, { version: 'older' }), aUser(1, { version: 'newer' })]
  const first = see(nothingSeen, [0, 1], new Map([[0, window(2, [aUser(0), newer])]]))
  const both = new Map([
    [0, window(2, [aUser(0), newer])],
    [1, window(1, [older])],
  ])
  const { windows } = see(first, [0, 1], both)
  expect(windows.get(1)?.rows).toEqual([newer])
  expect(windows.get(0)?.rows).toEqual([aUser(0), newer])
})

it('a row that has changed is shown so although the window that brought it is out of view', () => {
  const newer = aUser(1, { version: 'newer' })
  const start = new Map([[0, window(1, [aUser(0), aUser(1)])]])
  const seen = see(nothingSeen, [0], start)
  const moved = see(seen, [0, 1], new Map([...start, [1, window(2, [newer])]]))
  expect(see(moved, [0], start).windows.get(0)?.rows).toEqual([aUser(0), newer])
})
