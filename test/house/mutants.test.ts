import { expect, it } from 'vitest'
import { mistakeIn, readRooms } from '../../scripts/mutants/rooms.ts'

const rooms = await readRooms()

it.each(rooms.map(({ name, faults }) => [name, faults] as const))(
  'the faults of %s fit the code',
  (_name, faults) => {
    expect(faults.flatMap((fault) => mistakeIn(fault) ?? [])).toEqual([])
  },
)

it('no two lists of faults share a name', () => {
  expect(new Set(rooms.map(({ name }) => name)).size).toBe(rooms.length)
})
