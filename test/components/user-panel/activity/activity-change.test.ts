import { expect, it } from 'vitest'
import { activityChange } from '../../../../src/components/user-panel/activity/activity-change.ts'
import type { ActivityEntry } from '../../../../src/contract/activity.ts'

const entry = (change: Partial<ActivityEntry>): ActivityEntry => ({
  id: 'a',
  at: '2026-03-14T14:20:00Z',
  action: 'anything',
  actor: { kind: 'user', id: 'u' },
  ...change,
})
const team = (name: string) => ({ id: name, name })

it('activityChange reads states before actions, and calls nothing by a name it does not know', () => {
  const [before, after] = [{ role: { id: 'a', name: 'Agent' } }, { role: { id: 'b', name: 'Billing' } }]
  expect(activityChange(entry({ before, after }))).toEqual({
    kind: 'role',
    before: 'Agent',
    after: 'Billing',
  })
  expect(
    activityChange(
      entry({ before: { teams: [team('A'), team('B')] }, after: { teams: [team('B'), team('C')] } }),
    ),
  ).toEqual({ kind: 'teams', added: ['C'], removed: ['A'] })
  expect(activityChange(entry({ action: 'end_sessions' }))).toEqual({ kind: 'signedOut' })
  expect(activityChange(entry({ action: 'delete_user', before }))).toEqual({ kind: 'deleted' })
  expect(activityChange(entry({ action: 'restore_user', after }))).toEqual({ kind: 'restored' })
  expect(activityChange(entry({ action: 'end_session', after: { reason: 'idle' } }))).toEqual({
    kind: 'loggedOutIdle',
  })
  expect(activityChange(entry({ action: 'end_session', after: { reason: 'signed_out' } }))).toEqual({
    kind: 'sessionEnded',
  })
  expect(activityChange(entry({ action: 'hold_session' }))).toEqual({ kind: 'logoutPostponed' })
  expect(activityChange(entry({ action: 'release_session' }))).toEqual({ kind: 'postponementEnded' })
  expect(activityChange(entry({ action: 'join', after }))).toEqual({ kind: 'joined', after: 'Billing' })
  expect(activityChange(entry({ action: 'join', before, after }))).toEqual({
    kind: 'joinedWithLess',
    after: 'Billing',
  })
  expect(activityChange(entry({}))).toEqual({ kind: 'other' })
})
