import { expect, it } from 'vitest'
import { productPermissions } from '../../../backend/core/rules/product-permissions.ts'
import { aBackend } from './a-backend.ts'

it('lists roles, Admin first, with who holds them and what may be assigned', async () => {
  const { ask } = await aBackend()
  const { roles } = (await ask('/v1/roles', { as: 'manager' })).body
  expect(roles.map(({ id }: { id: string }) => id)).toEqual(['admin', 'agent', 'manager'])
  expect(roles[0]).toMatchObject({
    userCount: 1,
    permissions: productPermissions.map(({ id }) => id),
    actions: { assign: { allowed: false, reason: 'role_exceeds_yours', params: { role: 'Admin' } } },
  })
  expect(roles[1]).toMatchObject({ isDefault: true, userCount: 1, actions: { assign: { allowed: true } } })
  expect(roles[0]).not.toHaveProperty('isAdmin')
})

it('lists teams by name, each person counted once', async () => {
  const { ask } = await aBackend()
  expect((await ask('/v1/teams')).body.teams).toEqual([
    { id: 'chat', name: 'Chat', roleIds: ['agent'], userCount: 1 },
    { id: 'leads', name: 'Leads', roleIds: ['manager', 'admin'], userCount: 2 },
    { id: 'night', name: 'Night shift', roleIds: [], userCount: 0 },
  ])
})

it('lists dozens of permissions of both kinds, each once', async () => {
  const { ask } = await aBackend()
  const { permissions } = (await ask('/v1/permissions')).body
  expect(permissions).toEqual(productPermissions)
  expect(new Set(productPermissions.map(({ id }) => id)).size).toBe(productPermissions.length)
  expect(productPermissions.length).toBeGreaterThan(24)
  expect(new Set(productPermissions.map(({ kind }) => kind)).size).toBe(2)
})

it('lists the companies of an account without naming one', async () => {
  const { ask, company } = await aBackend()
  expect((await ask('/v1/companies', { company: '' })).body).toEqual({
    account: { email: 'boss@acme.example', name: 'boss' },
    companies: [{ id: company, name: 'Acme' }],
  })
  expect((await ask('/v1/companies', { company: '', as: 'nobody' })).body.companies).toEqual([])
})

it('lists what changed since a revision, without data', async () => {
  const { ask, company, store } = await aBackend()
  const { revision } = (await ask('/v1/events')).body
  await store.write(
    company,
    { id: 'an-intent', fingerprint: '', actor: { kind: 'user', id: 'boss' }, requestId: 'r' },
    {
      userIds: ['agent'],
      decide: () => ({
        changes: [{ kind: 'set_role', userId: 'agent', roleId: 'manager' }],
        audit: [],
        answer: null,
      }),
    },
  )
  expect((await ask(`/v1/events?since=${revision}`)).body).toEqual({
    events: [
      {
        revision: revision + 1,
        resource: 'users',
        ids: ['agent'],
        intent: 'an-intent',
        at: '2026-11-24T09:00:00.000Z',
      },
    ],
    revision: revision + 1,
    gap: false,
  })
  expect((await ask('/v1/users')).body.revision).toBe(String(revision + 1))
})
