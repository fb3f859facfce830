import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

beforeEach(() => browser.viewport(1_280, 720))

type Page = Awaited<ReturnType<typeof aChoice>>

/** Loads what others have changed, which requests that are held would not. */
async function see(page: Page, roleName: string) {
  page.stack.clock.advance(11_000)
  page.stack.comeBack()
  await expect.poll(page.row).toContain(roleName)
}

/** Saves Billing, while someone else makes the person an Assistant trainer. */
async function aConflict() {
  const page = await aChoice()
  const release = page.stack.hold()
  await page.getByRole('button', { name: 'Change role' }).click()
  await page.setRole('trainer')
  release()
  await expect.element(page.getByText('Theirs')).toBeVisible()
  return page
}

/** The page, where Billing is chosen for an open user, and a change of their role by another administrator. */
async function aChoice() {
  const page = await aPage({ width: 1_200 })
  await expect.poll(page.count).toBe('1,204 users')
  await page.searchFor('Abebe Girma')
  await expect.poll(page.names).toContain('Abebe Girma')
  await expect.poll(page.count).toMatch(/ of 1,204$/)
  await page.getByRole('button', { name: 'Abebe Girma', exact: true }).click()
  await page.getByRole('radio', { name: /^Billing/ }).click()
  const { api } = page.stack
  const { rows } = await api.users.list({ search: 'Abebe Girma', limit: 1 })
  const id = String((rows[0] as { id: string }).id)
  const role = async () => (await api.users.get(id)).role.id
  const changeElsewhere = async (roleId: string) => {
    const { version = '' } = await api.users.get(id)
    await api.users.changeRole(id, roleId, { version, intent: crypto.randomUUID() })
  }
  return {
    ...page,
    role,
    changeElsewhere,
    setRole: (roleId: string) => page.stack.change({ kind: 'set_role', userId: id, roleId }),
    row: () => page.getByRole('row', { name: /Abebe Girma/ }).element().textContent,
  }
}

describe('a role that someone else changes while another one is chosen', () => {
  it('is said in the panel and in the row, and is only replaced after a question', async () => {
    const page = await aChoice()
    await page.changeElsewhere('trainer')
    await expect.element(page.getByText(/just changed this role to Assistant trainer\./)).toBeVisible()
    await expect.poll(page.row).toContain('Changed')
    await page.getByRole('button', { name: 'Change role' }).click()
    const dialog = page.getByRole('alertdialog')
    await expect.element(dialog.getByText('Replace Assistant trainer with Billing?')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
    expect(await page.role()).toBe('trainer')
    await page.getByRole('button', { name: 'Change role' }).click()
    await dialog.getByRole('button', { name: 'Replace Assistant trainer' }).click()
    await expect.poll(page.role).toBe('billing')
    await expect.poll(page.row).not.toContain('Changed')
  })

  it('is kept by a press, and the row says no more', async () => {
    const page = await aChoice()
    await page.changeElsewhere('trainer')
    await expect.poll(page.row).toContain('Changed')
    await page.getByRole('button', { name: 'Keep Assistant trainer' }).click()
    await expect.poll(page.row).not.toContain('Changed')
    expect(await page.role()).toBe('trainer')
  })

  it('is said too if it is the chosen one', async () => {
    const page = await aChoice()
    await page.setRole('billing')
    await see(page, 'Billing')
    await expect.element(page.getByText('Someone else just changed this role to Billing.')).toBeVisible()
    await page.getByRole('radio', { name: /^Supervisor/ }).click()
    await expect.element(page.getByText(/just changed this role/)).not.toBeInTheDocument()
  })

  it('isn’t replaced by trying a refused change again, also after the panel was closed', async () => {
    const page = await aChoice()
    const refused = { code: 'rate_limited', status: 429, retryAfter: 5 }
    page.stack.worker.use(
      http.put('*/roster-api/v1/users/:id/role', () => HttpResponse.json(refused, { status: 429 })),
    )
    await page.getByRole('button', { name: 'Change role' }).click()
    await expect.element(page.getByText(/^Too many requests/)).toBeVisible()
    page.stack.worker.resetHandlers()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.setRole('trainer')
    await see(page, 'Assistant trainer')
    await page.getByRole('button', { name: 'Abebe Girma', exact: true }).click()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect.element(page.getByText('Theirs')).toBeVisible()
    expect(await page.role()).toBe('trainer')
  })
})

describe('a role that is chosen', () => {
  it('can’t be saved once the viewer may no longer give it', async () => {
    const page = await aPage({ width: 1_200 })
    await expect.poll(page.count).toBe('1,204 users')
    await page.getByRole('button', { name: 'Abebe Girma', exact: true }).click()
    await page.getByRole('radio', { name: /^Admin/ }).click()
    const save = page.getByRole('button', { name: 'Change role' })
    await expect.element(save).not.toHaveAttribute('aria-disabled')
    const { viewer } = await page.stack.api.session.get()
    await page.stack.change({ kind: 'set_role', userId: viewer.id, roleId: 'people' })
    page.stack.clock.advance(11_000)
    page.stack.comeBack()
    await expect.element(save).toHaveAttribute('aria-disabled', 'true')
    await expect.element(page.getByText('Not saved yet')).toBeVisible()
    await page.getByRole('button', { name: 'Keep Agent' }).click()
    await expect.element(save).not.toBeInTheDocument()
  })

  it('is there again after another user was open', async () => {
    const page = await aChoice()
    await page.searchFor('Abebe')
    await expect.poll(() => page.names().length).toBeGreaterThan(2)
    await page.getByRole('button', { name: 'Abebe Bekele', exact: true }).click()
    await expect.element(page.getByText('Not saved yet')).not.toBeInTheDocument()
    await page.getByRole('button', { name: 'Abebe Girma', exact: true }).click()
    await expect.element(page.getByText('Not saved yet')).toBeVisible()
  })
})

describe('a role that someone else changes again while both are compared', () => {
  it('is compared as it is now', async () => {
    const page = await aConflict()
    const sides = () =>
      [...page.container.querySelectorAll('.roster-versus-role')].map(({ textContent }) => textContent)
    expect(sides()).toEqual(['Assistant trainer', 'Billing'])
    await page.setRole('supervisor')
    await see(page, 'Supervisor')
    await expect.poll(sides).toEqual(['Supervisor', 'Billing'])
  })

  it('isn’t a conflict once it is the same', async () => {
    const page = await aConflict()
    await page.setRole('billing')
    await see(page, 'Billing')
    await expect.element(page.getByText('Someone else just changed this role to Billing.')).toBeVisible()
    await expect.element(page.getByText('Theirs')).not.toBeInTheDocument()
    await expect.poll(page.row).not.toContain('Changed')
  })
})
