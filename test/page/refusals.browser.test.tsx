import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { toApiError } from '../../src/client/to-api-error.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'
import { aPort, aPortPage, aUser, windowOf } from './a-port.tsx'

const message = 'Your plan has ended. Renew it under Billing.'
const denied = { allowed: false, reason: 'plan_ended', message }
const roles = [
  { id: 'member', name: 'Member', permissions: ['read'], actions: { assign: { allowed: true } } },
  { id: 'owner', name: 'Owner', permissions: ['pay'], actions: { assign: { allowed: true } } },
]
const lists = {
  roles: { list: async () => ({ roles }) },
  teams: { list: async () => ({ teams: [{ id: 'a', name: 'Team A', roleIds: [] }] }) },
}
const never = async () => aUser('ada')
const writes = { changeRole: never, changeTeams: never, endSessions: never }

const portWithActions = (actions: object) => {
  const ada = aUser('ada', { teams: [], actions: { ...aUser('ada').actions, ...actions } })
  return aPort({ users: { list: async () => windowOf([ada]), ...writes }, ...lists })
}

const problem = (body: object, status = 409) =>
  HttpResponse.json({ status, title: 'Title', detail: 'Detail', ...body }, { status })

describe("the sentence of a host's own port", () => {
  it.each([
    ['changeRole', 'radio', 'Owner'],
    ['changeTeams', 'checkbox', 'Team A'],
    ['endSessions', 'button', 'Sign out everywhere'],
  ] as const)('is shown for a denied %s', async (action, role, name) => {
    const screen = await aPortPage(portWithActions({ [action]: denied }))
    const panel = await screen.open('User ada')
    await expect.element(panel.getByRole(role, { name })).toHaveAccessibleDescription(message)
  })

  it('is shown for a role that can’t be given', async () => {
    const port = portWithActions({})
    const owner = { ...roles[1], actions: { assign: denied } }
    port.roles = { list: async () => ({ roles: [roles[0], owner] }) as never }
    const panel = await (await aPortPage(port)).open('User ada')
    await expect.element(panel.getByRole('radio', { name: 'Owner' })).toHaveAccessibleDescription(message)
  })

  it('gives way to the host’s message for the reason, and its absence to a plain denial', async () => {
    const messages = { reasons: { plan_ended: 'No plan, no change.' } }
    const first = await aPortPage(portWithActions({ changeRole: denied }), { messages })
    const panel = await first.open('User ada')
    const owner = panel.getByRole('radio', { name: 'Owner' })
    await expect.element(owner).toHaveAccessibleDescription('No plan, no change.')
    await first.unmount()
    const bare = { allowed: false, reason: 'plan_ended', title: 'Title', detail: 'Detail' }
    const second = await (await aPortPage(portWithActions({ changeRole: bare }))).open('User ada')
    await expect
      .element(second.getByRole('radio', { name: 'Owner' }))
      .toHaveAccessibleDescription(/^This isn’t allowed\./)
    expect((await second.findElement()).textContent).not.toMatch(/Title|Detail/)
  })

  it.each([
    ['an ApiError', () => new ApiError('plan_ended', 'for developers', { userMessage: message })],
    [
      'a problem of its own client',
      () => toApiError({ response: { status: 402, data: { code: 'plan_ended', message } } }),
    ],
    [
      'the error of its own client',
      () => ({ response: { status: 402, data: { code: 'plan_ended', message } } }),
    ],
  ])('is shown for a list that fails with %s', async (_, failure) => {
    const screen = await aPortPage(aPort({ users: { list: () => Promise.reject(failure()) } }))
    await expect.element(screen.getByText(message)).toBeVisible()
    expect(screen.container.textContent).not.toContain('for developers')
  })

  it('is shown for a change that fails', async () => {
    const port = portWithActions({})
    port.users.changeRole = () =>
      Promise.reject(new ApiError('missing_permission', 'no', { reason: 'plan_ended', userMessage: message }))
    const panel = await (await aPortPage(port)).open('User ada')
    await panel.getByRole('radio', { name: 'Owner' }).click()
    await panel.getByRole('button', { name: 'Change role' }).click()
    await expect.element(panel.getByText(message)).toBeVisible()
  })

  it('is shown for a user who is skipped in a run, and for one who fails', async () => {
    const bea = aUser('bea', { actions: { ...aUser('bea').actions, delete: denied } })
    const failure = new ApiError('missing_permission', 'no', {
      reason: 'frozen',
      userMessage: 'Ada is frozen.',
    })
    const users = {
      ...writes,
      list: async () => windowOf([aUser('ada'), bea, aUser('cleo')]),
      delete: async (id: string) => (id === 'ada' ? Promise.reject(failure) : {}),
    }
    const screen = await aPortPage(aPort({ users, ...lists }))
    for (const id of ['ada', 'bea', 'cleo'])
      await screen.getByRole('checkbox', { name: `Select User ${id}`, exact: true }).click()
    await screen.getByRole('button', { name: 'Delete users' }).click()
    const dialog = screen.getByRole('alertdialog')
    await expect.element(dialog.getByText(message)).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete 2 users' }).click()
    await expect.element(screen.getByText('Ada is frozen.')).toBeVisible()
  })
})

describe('the sentence of a backend over HTTP', () => {
  it('is shown for a list that fails, and gives way to the host’s message for the code', async () => {
    const stack = await aStack()
    stack.worker.use(http.get('*/roster-api/v1/users', () => problem({ code: 'plan_ended', message }, 402)))
    const page = await aPage({ stack })
    await expect.element(page.getByText(message)).toBeVisible()
    expect(page.container.textContent).not.toMatch(/Title|Detail/)
  })

  it('is shown for denied actions and failed changes in the panel', async () => {
    const stack = await aStack()
    stack.spoil((body) =>
      body.replace(/"endSessions":\{"allowed":true\}/g, `"endSessions":${JSON.stringify(denied)}`),
    )
    stack.worker.use(http.put('*/roster-api/v1/users/*/role', () => problem({ code: 'plan_ended', message })))
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    const name = page.names()[2] ?? ''
    page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
    const panel = page.getByRole('complementary', { name })
    await expect
      .element(panel.getByRole('button', { name: /^Sign out/ }))
      .toHaveAccessibleDescription(message)
    await panel.getByRole('radio', { name: /^Billing/ }).click()
    await panel.getByRole('button', { name: 'Change role' }).click()
    await expect.element(panel.getByRole('alert').getByText(message)).toBeVisible()
  })
})
