import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import type { User } from '../../src/contract/users.ts'
import { failureOf } from '../client/failure-of.ts'
import { createMembersApi } from './members-api.ts'
import { createMembersService } from './members-service.ts'

const textOf = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const withoutIndents = (text: string) => text.replace(/^\s+/gm, '')

const member = (id: string, fullName: string, roles: string[], createdAt = '2026-01-02T03:04:05.000Z') => ({
  id,
  fullName,
  email: `${id}@acme.test`,
  roles,
  createdAt,
})

/** The adapter as Roster uses it: what it returns is checked. */
function aPort(me = 'ada') {
  const service = createMembersService(me, [
    member('ada', 'Ada Łoś', ['owner', 'editor'], '2026-03-01T00:00:00.000Z'),
    member('ben', 'Ben', ['member']),
    member('zoe', 'Zoë Ek', []),
  ])
  const port = createMembersApi(service, 'acme')
  return { port, service, api: checkApi(port) }
}

const idsOf = async ({ api }: ReturnType<typeof aPort>, query: Parameters<typeof api.users.list>[0]) =>
  (await api.users.list(query)).rows.map(({ id }) => id)

const changeRole = async ({ api }: ReturnType<typeof aPort>, id: string, roleId: string, version: string) =>
  api.users.changeRole?.(id, roleId, { version, intent: 'i' })

describe('the page on your own backend', () => {
  it('shows the text of the adapter that is tested here', () => {
    const source = withoutIndents(textOf('members-api.ts'))
    const parts = [...textOf('../../docs/own-backend.md').matchAll(/^```typescript\n(.*?)^```/gms)]
    expect(parts.length).toBeGreaterThan(6)
    for (const [, part = ''] of parts) expect(source).toContain(withoutIndents(part).trimEnd())
  })
})

describe('the adapter to a members service', () => {
  it('makes one role of several, which can be chosen and filtered by', async () => {
    const port = aPort()
    const { rows } = await port.api.users.list({})
    expect(rows.map((row) => (row as User).role.name)).toEqual(['Owner, Editor', 'Member', ''])
    const { roles = [] } = (await port.api.roles?.list()) ?? {}
    expect(roles.map(({ name }) => name)).toEqual(['Owner', 'Editor', 'Member', 'Owner, Editor'])
    expect(await idsOf(port, { roleIds: ['editor'] })).toEqual(['ada'])
    expect(await idsOf(port, { roleIds: ['owner.editor'] })).toEqual(['ada'])
    await changeRole(port, 'ben', 'owner.editor', 'member')
    expect(await port.service.listMembers()).toContainEqual(
      expect.objectContaining({ id: 'ben', roles: ['owner', 'editor'] }),
    )
  })

  it('uses the roles as a version, and returns the current user with a conflict', async () => {
    const port = aPort()
    await port.service.setRoles('ben', ['editor'])
    expect(await failureOf(changeRole(port, 'ben', 'owner', 'member'))).toMatchObject({
      code: 'version_mismatch',
      current: { id: 'ben', role: { id: 'editor' } },
    })
  })

  it('allows owners everything that there is, and others nothing, with a sentence', async () => {
    const [mine] = (await aPort('ada').api.users.list({})).rows
    expect(mine).toMatchObject({ actions: { changeRole: { allowed: true }, delete: { allowed: false } } })
    const others = aPort('ben')
    const [theirs] = (await others.api.users.list({})).rows
    expect(theirs).toMatchObject({ actions: { changeRole: { message: 'Only owners change members.' } } })
    expect(await failureOf(changeRole(others, 'zoe', 'editor', 'none'))).toMatchObject({
      code: 'missing_permission',
    })
  })

  it('searches, sorts and pages in the client', async () => {
    const port = aPort()
    expect(await idsOf(port, { search: 'zoe ek' })).toEqual(['zoe'])
    expect(await idsOf(port, { search: 'BEN@acme' })).toEqual(['ben'])
    expect(await idsOf(port, { sort: '-name' })).toEqual(['zoe', 'ben', 'ada'])
    expect(await idsOf(port, { sort: '-joined', limit: 1 })).toEqual(['ada'])
    expect(await port.api.users.list({ offset: 2 })).toMatchObject({
      offset: 2,
      total: 3,
      rows: [{ id: 'zoe' }],
    })
  })

  it('says nothing of what the service does not know', async () => {
    const { api } = aPort()
    const [row] = (await api.users.list({})).rows
    expect(row).not.toHaveProperty('lastActiveAt', null)
    expect((row as User).teams).toBeUndefined()
    expect(api.teams).toBeUndefined()
    const { capabilities } = await api.session.get()
    expect(capabilities).toMatchObject({
      search: true,
      changeRole: true,
      changeTeams: false,
      activity: false,
    })
  })

  it('makes our codes of the service’s errors', async () => {
    const port = aPort()
    expect(await failureOf(Promise.resolve(port.api.users.get?.('nobody')))).toMatchObject({
      code: 'not_found',
    })
    expect(await failureOf(changeRole(port, 'ada', 'member', 'owner.editor'))).toMatchObject({
      code: 'last_admin',
      params: { role: 'Owner' },
    })
  })
})
