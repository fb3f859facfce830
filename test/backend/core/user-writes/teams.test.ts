import { describe, expect, it } from 'vitest'
import { aBackend } from '../a-backend.ts'
import { teams, traces } from './requests.ts'

describe('changing teams', () => {
  it('adds and removes, and distinguishes direct membership from one via a role', async () => {
    const backend = await aBackend()
    const { status, body, headers } = await teams(backend, 'agent', ['night', 'chat'])
    expect(status).toBe(200)
    expect(body.teams).toEqual([
      { id: 'chat', name: 'Chat', direct: true, viaRole: true },
      { id: 'night', name: 'Night shift', direct: true, viaRole: false },
    ])
    expect([headers.get('etag'), headers.get('roster-revision')]).toEqual(['"1"', '1'])
    expect((await teams(backend, 'agent', ['leads'], ['night', 'chat'])).body.teams).toEqual([
      { id: 'chat', name: 'Chat', direct: false, viaRole: true },
      { id: 'leads', name: 'Leads', direct: true, viaRole: false },
    ])
    expect((await traces(backend, 'agent')).audit.map(({ before, after }) => [before, after])).toEqual([
      [{ teamIds: ['chat', 'night'] }, { teamIds: ['leads'] }],
      [{ teamIds: [] }, { teamIds: ['chat', 'night'] }],
    ])
  })

  it('needs no version: changes by others are kept', async () => {
    const backend = await aBackend()
    await Promise.all([teams(backend, 'agent', ['night']), teams(backend, 'agent', ['leads'])])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds.toSorted()).toEqual([
      'leads',
      'night',
    ])
  })

  it.each([
    ['adding one that they are in', ['night'], []],
    ['removing one that they are not in', [], ['leads']],
    ['one to join and to leave', ['leads', 'leads'], ['leads']],
    ['nothing at all', [], []],
  ])('writes nothing for %s', async (_name, add, remove) => {
    const backend = await aBackend()
    await teams(backend, 'agent', ['night'])
    const { status, headers } = await teams(backend, 'agent', add, remove)
    expect([status, headers.get('roster-revision')]).toEqual([200, '1'])
    expect((await traces(backend, 'agent')).audit).toHaveLength(1)
  })

  it('explains a team that comes with the role, and does nothing of the rest', async () => {
    const backend = await aBackend()
    const { status, body } = await teams(backend, 'agent', ['night'], ['chat'])
    expect([status, body.code, body.reason, body.params]).toEqual([
      409,
      'via_role',
      'via_role',
      { team: 'Chat', teamId: 'chat', role: 'Agent' },
    ])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds).toEqual([])
  })

  it.each([
    [['theirs'], []],
    [['night'], ['theirs']],
  ])('knows no team that the company does not have: %j, %j', async (add, remove) => {
    const backend = await aBackend()
    const { status, body } = await teams(backend, 'agent', add, remove)
    expect([status, body.code, body.params]).toEqual([422, 'team_not_found', { teamId: 'theirs' }])
    expect((await backend.store.user(backend.company, 'agent'))?.teamIds).toEqual([])
  })

  it('refuses a manager the teams of a user above', async () => {
    const backend = await aBackend()
    expect((await teams(backend, 'boss', ['night'], [], { as: 'manager' })).body.code).toBe(
      'role_exceeds_yours',
    )
  })
})
