import { afterEach, describe, expect, it, vi } from 'vitest'
import { aPort, aPortPage, aSession, aUser, windowOf } from './a-port.tsx'

afterEach(() => vi.restoreAllMocks())

const rows = (...members: unknown[]) => ({ list: async () => windowOf(members) })
const without = (member: string) =>
  Object.fromEntries(Object.entries(aUser('ada')).filter(([name]) => name !== member))
const { viewer } = aSession()

/** What a method does that no type allows. */
const misbehaviour: [string, () => unknown][] = [
  [
    'throws at once',
    () => {
      throw new Error('at once')
    },
  ],
  ['throws undefined', () => Promise.reject(undefined)],
  ['returns undefined', () => undefined],
  ['returns null', async () => null],
  ['returns a value instead of a promise', () => 7],
  ['never settles', () => new Promise(() => {})],
  [
    'returns what throws when it is read',
    async () => new Proxy({}, { get: () => raise(), ownKeys: () => raise() }),
  ],
]

function raise(): never {
  throw new Error('while it is read')
}

describe("a host's own port that breaks", () => {
  it.each([
    ['a row without teams', aUser('ada')],
    ['a row without actions', without('actions')],
    ['a row without a role', without('role')],
    ['a row whose name is null', aUser('ada', { name: null })],
    ['a row with numbers as ids', aUser('ada', { id: 7 })],
    ['a row whose role has a number as id', aUser('ada', { role: { id: 7, name: 'Member' } })],
    ['a row that is null', null],
  ])('by %s leaves the page and its other rows', async (_, row) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const screen = await aPortPage(aPort({ users: rows(row, aUser('bea')) }))
    await expect.poll(screen.names).toContain('User bea')
    await expect.element(screen.host).toBeVisible()
    await screen.open('User bea')
  })

  it.each([
    ['capabilities are empty', { capabilities: {} }],
    ['capabilities are null', { capabilities: null }],
    ['viewer has no actions', { viewer: { ...viewer, actions: undefined } }],
    ['viewer has no name', { viewer: { ...viewer, name: null } }],
    ['company is missing', { company: undefined }],
    ['viewer is missing', { viewer: undefined }],
  ])('whose %s leaves the host’s page', async (_, members) => {
    const session = { get: async () => aSession(members) }
    const screen = await aPortPage(aPort({ session }))
    await expect.element(screen.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
    await expect.poll(() => screen.container.querySelector('.roster-users-outline')).toBeNull()
    await expect.element(screen.host).toBeVisible()
  })

  describe.each(misbehaviour)('whose method %s', (_, method) => {
    it.each([
      ['users.list', { users: { list: method } }],
      ['session.get', { session: { get: method } }],
      ['roles.list', { roles: { list: method } }],
      ['teams.list', { teams: { list: method } }],
      ['permissions.list', { permissions: { list: method } }],
      ['events.list', { events: { list: method, stream: method } }],
    ])('%s leaves the host’s page, and says so in the list alone', async (name, parts) => {
      const screen = await aPortPage(aPort(parts))
      await expect.element(screen.getByRole('heading', { level: 1, name: 'Users' })).toBeVisible()
      if (name !== 'users.list') await expect.poll(screen.names).toEqual(['User ada', 'User bea'])
      else
        await expect
          .poll(() => screen.container.querySelector('[aria-busy=true], [role=alert]'))
          .not.toBeNull()
      await expect.element(screen.host).toBeVisible()
    })

    it('leaves the panel with its Close', async () => {
      const users = { get: method, changeRole: method, activity: method, endSessions: method }
      const screen = await aPortPage(aPort({ users, roles: { list: method }, permissions: { list: method } }))
      await expect.poll(screen.names).toEqual(['User ada', 'User bea'])
      await screen.getByRole('button', { name: 'User ada', exact: true }).click()
      await expect.element(screen.getByRole('button', { name: 'Sign out everywhere' })).toBeVisible()
      await screen.getByRole('button', { name: 'Close' }).click()
      await expect.element(screen.getByRole('complementary')).not.toBeInTheDocument()
      await expect.element(screen.host).toBeVisible()
    })
  })
})
