import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { aPort, aPortPage, aSession, aUser, windowOf } from './a-port.tsx'

const list = (...rows: unknown[]) => ({ list: async () => windowOf(rows) })
const roles = [
  { id: 'member', name: 'Member', actions: { assign: { allowed: true } } },
  { id: 'owner', name: 'Owner', actions: { assign: { allowed: true } } },
]
const teams = [{ id: 'support', name: 'Support', roleIds: ['owner'] }]
const changeRole = async () => aUser('ada')

describe('what a backend does not know', () => {
  it('is not said of when a user was last active', async () => {
    const port = aPort({ users: list(aUser('ada'), aUser('bea', { lastActiveAt: null })) })
    const screen = await aPortPage(port)
    await expect.poll(() => screen.row('User bea')).toContain('Never')
    expect(screen.row('User ada')).not.toContain('Never')
    const ada = await screen.open('User ada')
    expect((await ada.findElement()).textContent).not.toMatch(/never|last active/i)
    const bea = await screen.open('User bea')
    await expect.element(bea.getByText('Never signed in')).toBeVisible()
  })

  it('of teams has no column, no filter, no choice of the column, and no section', async () => {
    const session = {
      get: async () => aSession({ capabilities: { filters: ['role', 'team'], sorts: ['name'] } }),
    }
    const screen = await aPortPage(
      aPort({ session, users: { changeTeams: changeRole }, roles: { list: async () => ({ roles }) } }),
    )
    await expect.poll(screen.names).toEqual(['User ada', 'User bea'])
    await expect.element(screen.getByRole('button', { name: 'Role', exact: true })).toBeVisible()
    await expect.element(screen.getByRole('button', { name: 'Team', exact: true })).not.toBeInTheDocument()
    await expect.element(screen.getByRole('columnheader', { name: 'Role' })).toBeVisible()
    await expect.element(screen.getByRole('columnheader', { name: 'Teams' })).not.toBeInTheDocument()
    expect(screen.container.textContent).not.toMatch(/not in any|no team/i)
    const panel = await screen.open('User ada')
    await expect.element(panel.getByRole('heading', { name: 'Teams' })).not.toBeInTheDocument()
    await screen.getByRole('button', { name: 'Table options' }).click()
    await expect.element(page.getByRole('menuitemcheckbox', { name: 'Role' })).toBeVisible()
    await expect.element(page.getByRole('menuitemcheckbox', { name: 'Teams' })).not.toBeInTheDocument()
  })

  it('of one user’s teams is not a list of unchecked teams', async () => {
    const users = { ...list(aUser('ada'), aUser('bea', { teams: [] })), changeTeams: changeRole }
    const screen = await aPortPage(aPort({ users, teams: { list: async () => ({ teams }) } }))
    const bea = await screen.open('User bea')
    await expect.element(bea.getByRole('checkbox', { name: 'Support' })).not.toBeChecked()
    const ada = await screen.open('User ada')
    await expect.element(ada.getByRole('checkbox')).not.toBeInTheDocument()
  })

  it('of roles is neither gained nor lost, and not the same', async () => {
    const users = { ...list(aUser('ada')), changeRole }
    const screen = await aPortPage(
      aPort({ users, roles: { list: async () => ({ roles }) }, teams: { list: async () => ({ teams }) } }),
    )
    const panel = await screen.open('User ada')
    await panel.getByRole('radio', { name: 'Owner' }).click()
    await expect.element(panel.getByRole('button', { name: 'Change role' })).toBeVisible()
    expect((await panel.findElement()).textContent).not.toMatch(
      /gains|loses|will have|permission|joins|activity/i,
    )
  })

  it('leaves no filter or order to choose in a narrow page', async () => {
    const screen = await aPortPage(aPort({}))
    await expect.poll(screen.names).toEqual(['User ada', 'User bea'])
    await expect
      .element(screen.getByRole('button', { name: 'Filter', includeHidden: true }))
      .not.toBeInTheDocument()
  })
})

describe('names that come from the backend', () => {
  it('are those of the company’s roles and permissions', async () => {
    const denied = { allowed: false, reason: 'last_admin', params: { role: 'Owner' } }
    const ada = aUser('ada', { actions: { ...aUser('ada').actions, changeRole: denied } })
    const screen = await aPortPage(
      aPort({ users: { ...list(ada), changeRole }, roles: { list: async () => ({ roles }) } }),
    )
    const panel = await screen.open('User ada')
    const radio = panel.getByRole('radio', { name: 'Owner' })
    await expect.element(radio).toHaveAccessibleDescription(/There must be at least one Owner/)
    expect(await panel.findElement()).not.toHaveTextContent('Admin')
  })

  it('say why the viewer may not see users, where it isn’t for a permission', async () => {
    const { viewer } = aSession()
    const manageUsers = {
      allowed: false,
      reason: 'plan_expired',
      message: 'Your plan has ended. Renew it under Billing.',
    }
    const session = { get: async () => aSession({ viewer: { ...viewer, actions: { manageUsers } } }) }
    const screen = await aPortPage(aPort({ session }))
    await expect.element(screen.getByText('Your plan has ended. Renew it under Billing.')).toBeVisible()
    expect(screen.container.textContent).not.toMatch(/permission|role/i)
  })
})
