import { expect, it } from 'vitest'
import { teamsInOrder } from '../../../../src/components/user-panel/teams/teams-in-order.ts'

const team = (id: string) => ({ id, name: id, roleIds: [] })
const member = (id: string, direct = true) => ({ id, name: id, direct, viaRole: !direct })

it('teamsInOrder moves nothing when membership changes, and keeps a team that only the user knows of', () => {
  const teams = [team('a'), team('b'), team('c'), team('d')]
  const first = [member('c'), member('d', false)]
  const ids = (current: typeof first) => teamsInOrder(teams, { first, current }).map(({ id }) => id)
  expect(ids(first)).toEqual(['d', 'c', 'a', 'b'])
  expect(ids([member('b')])).toEqual(['d', 'c', 'a', 'b'])
  expect(ids([member('gone')])).toEqual(['d', 'c', 'a', 'b', 'gone'])
})
