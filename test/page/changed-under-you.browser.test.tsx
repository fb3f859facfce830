import { beforeEach, describe, expect, it } from 'vitest'
import { page as browser, userEvent } from 'vitest/browser'
import { aPage } from './a-page.tsx'

beforeEach(() => browser.viewport(1_280, 720))

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
})
