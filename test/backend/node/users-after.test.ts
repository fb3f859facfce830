import { expect, it } from 'vitest'
import type { UserChange } from '../../../backend/core/ports/write.ts'
import { usersAfter } from '../../../backend/node/store/users-after.ts'

const user = (id: string, teamIds: string[] = []) => ({
  id,
  accountId: `a-${id}`,
  name: id,
  email: `${id}@acme.example`,
  roleId: 'agent',
  teamIds,
  joinedAt: new Date(0),
  lastActiveAt: null,
  version: '3',
})

it('users after changes have the last role, their teams in order and a new version, and the deleted are gone', () => {
  const users = new Map(['u1', 'u2', 'u3'].map((id) => [id, user(id, ['chat', 'night'])]))
  const changes: UserChange[] = [
    { kind: 'set_role', userId: 'u1', roleId: 'manager' },
    { kind: 'set_role', userId: 'u1', roleId: 'admin' },
    { kind: 'change_teams', userId: 'u1', add: ['day', 'chat'], remove: ['night'] },
    { kind: 'change_teams', userId: 'u1', add: ['a'], remove: ['day'] },
    { kind: 'delete_user', userId: 'u2' },
    { kind: 'end_sessions', userId: 'u3', reason: 'revoked' },
    { kind: 'set_role', userId: 'unknown', roleId: 'admin' },
  ]
  expect([...usersAfter(users, changes, 9).values()]).toEqual([
    { ...user('u1', ['a', 'chat']), roleId: 'admin', version: '9' },
    user('u3', ['chat', 'night']),
  ])
  expect(users.get('u1')).toEqual(user('u1', ['chat', 'night']))
})
