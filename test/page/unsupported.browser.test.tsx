import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

/** The page of a backend that does not announce some of its capabilities, with its third user open. */
async function without(...names: string[]) {
  const stack = await aStack()
  stack.spoil((body) => names.reduce((text, name) => text.replace(`"${name}":true`, `"${name}":false`), body))
  const page = await aPage({ stack, width: 1_200 })
  await expect.poll(page.count).toBe('1,204 users')
  const name = page.names()[2] ?? ''
  page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
  const panel = page.getByRole('complementary', { name })
  await expect.element(panel.getByRole('heading', { name: 'Role' })).toBeVisible()
  await expect.poll(() => panel.element().querySelector('.roster-skeleton')).toBeNull()
  const count = (role: 'radio' | 'checkbox') => panel.getByRole(role).elements().length
  return {
    ...page,
    panel,
    controls: () => ({
      roles: count('radio') > 0,
      teams: count('checkbox') > 0,
      activity: panel.getByRole('heading', { name: 'Activity' }).elements().length > 0,
      sessions: panel.getByRole('button', { name: /^Sign out/ }).elements().length > 0,
    }),
  }
}

const all = { roles: true, teams: true, activity: true, sessions: true }

describe('a capability that the backend does not announce', () => {
  it('is shown if all capabilities are announced', async () => {
    const page = await without()
    expect(page.controls()).toEqual(all)
    await expect.element(page.search).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Role', exact: true })).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Team', exact: true })).toBeVisible()
    await expect
      .element(page.getByRole('columnheader', { name: 'Last active' }).getByRole('button'))
      .toBeVisible()
  })

  it.each([
    ['changeRole', 'roles'],
    ['changeTeams', 'teams'],
    ['activity', 'activity'],
    ['endSessions', 'sessions'],
  ])('%s leaves its part of the panel without a control', async (name, part) => {
    const page = await without(name)
    expect(page.controls()).toEqual({ ...all, [part]: false })
  })

  it('search leaves no field to search by', async () => {
    const page = await without('search')
    await expect.element(page.search).not.toBeInTheDocument()
  })

  it.each([
    ['role', 'Role', 'Team'],
    ['team', 'Team', 'Role'],
  ])('the filter by %s leaves no button for it', async (name, gone, kept) => {
    const stack = await aStack()
    stack.spoil((body) =>
      body.replace(/"filters":\[[^\]]*\]/, `"filters":["${name === 'role' ? 'team' : 'role'}"]`),
    )
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    await expect.element(page.getByRole('button', { name: kept, exact: true })).toBeVisible()
    await expect.element(page.getByRole('button', { name: gone, exact: true })).not.toBeInTheDocument()
  })

  it('a sort that isn’t supported leaves its column header without a button', async () => {
    const stack = await aStack()
    stack.spoil((body) => body.replace(/"sorts":\[[^\]]*\]/, '"sorts":["name"]'))
    const page = await aPage({ stack })
    await expect.poll(page.count).toBe('1,204 users')
    const button = (name: string) => page.getByRole('columnheader', { name }).getByRole('button')
    await expect.element(button('User')).toBeVisible()
    await expect.element(button('Last active')).not.toBeInTheDocument()
  })
})

describe('a list that is requested too often', () => {
  it('counts down only while no request is running', async () => {
    const stack = await aStack()
    const problem = { code: 'rate_limited', status: 429, retryAfter: 30 }
    stack.worker.use(http.get('*/roster-api/v1/users', () => HttpResponse.json(problem, { status: 429 })))
    const page = await aPage({ stack })
    const countdown = page.getByText(/^The list reloads in 0:\d\d\.$/)
    await expect.element(countdown).toBeVisible()
    stack.worker.resetHandlers()
    const release = stack.hold()
    stack.clock.advance(60_000)
    stack.comeBack()
    await expect.element(countdown).not.toBeInTheDocument()
    release()
    await expect.poll(page.count).toBe('1,204 users')
  })
})

describe('a refusal whose code only the backend knows', () => {
  it('shows the backend’s own sentence', async () => {
    const stack = await aStack()
    const problem = {
      code: 'license_over',
      status: 403,
      detail: 'License 7 ended.',
      message: 'Your plan has ended.',
    }
    stack.worker.use(http.get('*/roster-api/v1/users', () => HttpResponse.json(problem, { status: 403 })))
    const page = await aPage({ stack })
    await expect.element(page.getByText('Your plan has ended.')).toBeVisible()
  })
})

describe('a role', () => {
  it('that is chosen for one user is not chosen for the next', async () => {
    const page = await without()
    await page.panel.getByRole('radio', { name: /^Billing/ }).click()
    await expect.element(page.panel.getByText('Not saved yet')).toBeVisible()
    const [, , , next = ''] = page.names()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    const other = page.getByRole('complementary', { name: next })
    await expect.element(other).toBeVisible()
    await expect.element(other.getByText('Not saved yet')).not.toBeInTheDocument()
    await expect.element(other.getByRole('button', { name: 'Change role' })).not.toBeInTheDocument()
  })

  it('that you chose but can’t give shows the reason, after someone else has changed the role', async () => {
    const page = await without()
    await page.panel.getByRole('radio', { name: /^Billing/ }).click()
    const { rows } = await page.stack.api.users.list({ sort: 'name', offset: 2, limit: 1 })
    const userId = rows[0]?.id ?? ''
    await page.stack.change({ kind: 'set_role', userId, roleId: 'quality' })
    await page.panel.getByRole('button', { name: 'Change role' }).click()
    const mine = page.panel.getByRole('button', { name: 'Use mine' })
    await expect.element(mine).toBeVisible()
    await expect.element(mine).not.toHaveAttribute('aria-disabled', 'true')
    const denied = '"assign":{"allowed":false,"reason":"role_exceeds_yours"}'
    page.stack.spoil((body) =>
      body.replace(/("id":"billing".*?)"assign":\{"allowed":true\}/, (_, before) => before + denied),
    )
    page.stack.clock.advance(60_000)
    page.stack.comeBack()
    await expect.element(mine).toHaveAttribute('aria-disabled', 'true')
    await expect.element(mine).toHaveAccessibleDescription(/./)
    ;(await mine.findElement()).dispatchEvent(new MouseEvent('click', { bubbles: true }))
    expect(page.stack.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })
})
