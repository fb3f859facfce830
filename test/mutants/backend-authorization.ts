import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const judge = ['test/backend/core/judge.test.ts']

/** Who may do what. */
export const room: FaultyRoom = {
  name: 'backend authorization',
  floor: 95,
  faults: [
    {
      file: 'backend/core/rules/judge.ts',
      from: 'adminCount <= 1',
      to: 'adminCount < 1',
      why: 'the last admin can be demoted',
      tests: judge,
    },
    {
      file: 'backend/core/rules/judge.ts',
      from: 'target.id === viewer.id && refuse',
      to: 'target.id !== viewer.id && refuse',
      why: 'people can delete themselves',
      tests: judge,
    },
  ],
}
