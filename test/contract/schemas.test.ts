import { describe, expect, it } from 'vitest'
import { isId } from '../../src/contract/id.ts'
import {
  actionSchema,
  denied,
  eventListSchema,
  isUnreadable,
  permissionSchema,
  problemSchema,
  roleSchema,
  sessionSchema,
  userIdWindowSchema,
  userSchema,
  userWindowSchema,
} from '../../src/contract.ts'
import { role, session, user, usersWindow } from '../client/wire.ts'
import { parse } from './parse.ts'

describe('an action', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'allowed'],
    ['a bare true', true],
    ['a truthy allowed', { allowed: 1 }],
    ['an allowed that is text', { allowed: 'true' }],
    ['an empty object', {}],
    ['a denial without a reason', { allowed: false }],
    ['a list', [{ allowed: true }]],
  ])('is denied where the server says %s', (_, input) => {
    expect(parse(actionSchema, input)).toEqual(denied)
  })

  it('is only allowed by true', () => {
    expect(parse(actionSchema, { allowed: true, since: 'yesterday' })).toEqual({ allowed: true })
  })

  it('keeps the reason of a denial, a word of tomorrow too', () => {
    const denial = { allowed: false, reason: 'moon_is_full', params: { moon: 'Io' } }
    expect(parse(actionSchema, denial)).toEqual(denial)
  })

  it('is denied on a user, a role and a viewer that name none', () => {
    const { actions: _, ...bare } = user(1)
    const every = { delete: denied, changeRole: denied, changeTeams: denied, endSessions: denied }
    expect(parse(userSchema, bare).actions).toEqual(every)
    expect(parse(userSchema, user(1, { actions: { delete: { allowed: true } } })).actions).toEqual({
      ...every,
      delete: { allowed: true },
    })
    expect(parse(roleSchema, role).actions).toEqual({ assign: denied })
    const { viewer, ...rest } = session()
    const { actions: __, ...viewerWithout } = viewer
    expect(parse(sessionSchema, { ...rest, viewer: viewerWithout }).viewer.actions).toEqual({
      manageUsers: denied,
      invite: denied,
    })
  })
})

describe('words of a newer server', () => {
  it('pass as permissions, reasons, codes, sorts, filters and resources', () => {
    const permissions = ['manage_users', 'fly_rockets']
    expect(parse(roleSchema, { ...role, permissions }).permissions).toEqual(permissions)
    expect(parse(problemSchema, { status: 451, code: 'banned_book', reason: 'taste' })).toMatchObject({
      code: 'banned_book',
      reason: 'taste',
    })
    const announced = parse(sessionSchema, session({ sorts: ['shoeSize'], filters: ['planet'] })).capabilities
    expect(announced).toMatchObject({ sorts: ['shoeSize'], filters: ['planet'] })
    const event = { revision: 1, resource: 'rockets', ids: [], intent: 'i', at: '2026-01-02T03:04:05Z' }
    expect(parse(eventListSchema, { events: [event], revision: 1, gap: false }).events[0]?.resource).toBe(
      'rockets',
    )
  })

  it('cost no row where they only group or colour', () => {
    expect(parse(roleSchema, { ...role, type: 'department' }).type).toBe('company')
    expect(parse(userSchema, user(1, { presence: 'asleep' })).presence).toBeUndefined()
    const permission = { id: 'p', label: 'P', kind: 'cosmic', group: 'G' }
    expect(parse(permissionSchema, permission).kind).toBe('administrative')
  })

  it('are left out as members, and kept in custom', () => {
    const parsed = parse(userSchema, user(1, { shoeSize: 43, custom: { shoeSize: 43 } }))
    expect(parsed).not.toHaveProperty('shoeSize')
    expect(parsed.custom).toEqual({ shoeSize: 43 })
  })
})

describe('capabilities', () => {
  it('are empty if the server announces nothing', () => {
    const { capabilities: _, ...silent } = session()
    for (const input of [silent, session({})])
      expect(parse(sessionSchema, input).capabilities).toEqual({
        sorts: [],
        filters: [],
        search: false,
        around: false,
        cursor: false,
        ids: false,
        presence: false,
        events: false,
        eventStream: false,
        changeRole: false,
        changeTeams: false,
        endSessions: false,
        activity: false,
        deleteUsers: false,
        selections: false,
        undo: false,
        export: false,
        invitations: false,
        seats: false,
        idleLogout: false,
      })
  })
})

describe('a window', () => {
  it('keeps the place of a row that does not parse', () => {
    const rows = [user(0), user(1, { email: 7 }), { id: '../1' }, null, user(4)]
    const window = parse(userWindowSchema, usersWindow(rows, { offset: 40, total: 99, revision: 'r' }))
    expect(window).toMatchObject({ offset: 40, total: 99, totalIs: 'exact', revision: 'r' })
    expect(window.rows.map((row) => isUnreadable(row))).toEqual([false, true, true, true, false])
    expect(window.rows[1]).toEqual({
      unreadable: true,
      id: 'user-1',
      issue: expect.stringMatching(/^row\.email: /),
    })
    expect(window.rows[2]).not.toHaveProperty('id')
  })

  it('of ids keeps only the ids', () => {
    expect(parse(userIdWindowSchema, usersWindow([user(1), { id: '' }])).rows).toEqual([
      { id: 'user-1' },
      { unreadable: true, issue: expect.stringMatching(/^row\.id: /) },
    ])
  })

  it.each([{ total: -1 }, { offset: 0.5 }, { total: '3' }, { rows: {} }, { totalIs: 'about' }])(
    'is refused whole with %j',
    (members) => {
      expect(() => parse(userWindowSchema, usersWindow([], members))).toThrow()
    },
  )

  it('takes a user who says to be unreadable for a user', () => {
    const [row] = parse(userWindowSchema, usersWindow([user(1, { unreadable: true })])).rows
    expect(isUnreadable(row)).toBe(false)
  })
})

describe('an id', () => {
  it.each(['a', 'A-b_c.d~9', '...', 'x'.repeat(128)])('may be %s', (id) => {
    expect(isId(id)).toBe(true)
  })

  it.each(['', '.', '..', 'a/b', 'a b', 'a%', 'é', 'a\n', 'x'.repeat(129)])('is not %j', (id) => {
    expect(isId(id)).toBe(false)
  })
})
