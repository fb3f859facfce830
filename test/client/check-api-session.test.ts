import { describe, expect, it } from 'vitest'
import { checkApi } from '../../src/client/check-api.ts'
import { denied } from '../../src/contract/actions.ts'
import { portOf } from './port-of.ts'
import { session, usersWindow } from './wire.ts'

describe("the session of a host's port", () => {
  const list = async () => usersWindow([])
  const sessionOf = (parts: object, members: object) =>
    checkApi(
      portOf({ users: { list }, ...parts, session: { get: async () => ({ ...session(), ...members }) } }),
    ).session.get()

  it('denies everything to a viewer without actions', async () => {
    for (const actions of [undefined, null, {}, 'all'])
      expect(await sessionOf({}, { viewer: { ...session().viewer, actions } })).toMatchObject({
        viewer: { actions: { manageUsers: denied, invite: denied } },
      })
  })

  it.each([[undefined], [null], [{}], ['all']])(
    'takes capabilities that are %o from the methods',
    async (capabilities) => {
      const users = { list, changeRole: list, endSessions: list, activity: list }
      const events = { list, stream: list }
      expect((await sessionOf({ users, events }, { capabilities })).capabilities).toEqual({
        sorts: [],
        filters: [],
        search: false,
        around: false,
        cursor: false,
        ids: false,
        presence: false,
        events: true,
        eventStream: true,
        changeRole: true,
        changeTeams: false,
        endSessions: true,
        activity: true,
        deleteUsers: false,
        selections: false,
        undo: false,
        export: false,
        invitations: false,
        seats: false,
        idleLogout: false,
      })
    },
  )

  it('has the capabilities that it lists, and no others', async () => {
    const capabilities = { search: true, sorts: ['name'], changeRole: false, around: null }
    const users = { list, changeRole: list, changeTeams: list }
    expect((await sessionOf({ users }, { capabilities })).capabilities).toMatchObject({
      search: true,
      sorts: ['name'],
      filters: [],
      changeRole: false,
      changeTeams: true,
      around: false,
    })
  })
})
