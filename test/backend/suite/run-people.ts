import { expect } from 'vitest'

export const minute = 60_000

/** A duration, except for the moments that have passed since. */
export const about = (ms: number) => expect.closeTo(ms, -4)

/** People of whom the tests of runs choose. */
export const people = [
  { id: 'boss', roleId: 'admin' },
  { id: 'deputy', roleId: 'admin' },
  { id: 'manager', roleId: 'manager', teamIds: ['night'] },
  { id: 'ada', teamIds: ['night', 'chat'] },
  { id: 'ben', teamIds: ['chat'] },
  { id: 'cy' },
]

export const all = { query: {}, except: [] }
export const remove = { kind: 'delete' } as const
export const undo = { kind: 'undo' } as const
