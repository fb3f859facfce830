import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { BulkActionInput } from '../../src/page/bulk/bulk-action.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const counted = () => document.querySelector('.roster-bulk-count')?.textContent
const check = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true })
const all = page.getByRole('checkbox', { name: 'Select all' })
const dialog = page.getByRole('alertdialog')
const button = (name: string | RegExp) => page.getByRole('button', { name })
const tab = (name: RegExp) => page.getByRole('tab', { name })

async function aBulkPage(options?: Parameters<typeof aPage>[0]) {
  const screen = await aPage(options)
  await expect.poll(screen.count).toBe('1,204 users')
  await expect.poll(() => screen.names().length).toBeGreaterThan(5)
  const names = screen.names().filter((name) => name !== null)
  return { ...screen, at: (index: number) => names[index] ?? '' }
}

async function deleteOne(name: string) {
  await check(name).click()
  await button('Delete users').click()
  await dialog.getByRole('button', { name: 'Delete 1 user' }).click()
  await expect.element(button('Undo')).toBeInTheDocument()
}

describe('a change of many users', () => {
  it('passes a host’s action the users who were selected at the press, after the search is cleared', async () => {
    const inputs: BulkActionInput[] = []
    const run = (input: BulkActionInput) => inputs.push(input)
    const screen = await aBulkPage({ bulkActions: [{ id: 'badge', label: 'Send a badge', run }] })
    await screen.searchFor('lind')
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    const matching = Number(screen.count()?.split(' ')[0])
    await all.click()
    await check(screen.names()[0] ?? '').click()
    await expect.poll(counted).toBe(`${matching - 1} selected`)
    await button('Send a badge').click()
    await screen.searchFor('')
    await expect.poll(screen.count).toBe('1,204 users')
    const [input] = inputs
    const ids: string[] = []
    for await (const id of input?.ids() ?? []) ids.push(id)
    expect(ids).toHaveLength(matching - 1)
    expect(input?.count).toBe(matching - 1)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('keeps a user out of all after deleting and restoring them', async () => {
    const screen = await aBulkPage()
    await screen.searchFor('lind')
    await expect.poll(screen.count).toMatch(/^\d+ of 1,204$/)
    const matching = Number(screen.count()?.split(' ')[0])
    const [name = ''] = screen.names()
    await all.click()
    await check(name).click()
    await expect.poll(counted).toBe(`${matching - 1} selected`)
    await page.getByRole('button', { name, exact: true }).click()
    await page.getByRole('complementary').getByRole('button', { name: 'Delete user' }).click()
    await dialog.getByRole('button', { name: 'Delete 1 user' }).click()
    await expect.poll(screen.count).toMatch(new RegExp(`^${matching - 1} of`))
    await expect.poll(counted).toBe(`All ${matching - 1} that match are selected`)
    await button('Undo').click()
    await expect.poll(screen.count).toBe(`${matching} of 1,204`)
    await expect.element(check(name)).not.toBeChecked()
    await expect.poll(counted).toBe(`${matching - 1} selected`)
  })

  it('shows on another tab why an undo was refused', async () => {
    const other = /^Invitations/
    const screen = await aBulkPage()
    await deleteOne(screen.at(1))
    await tab(other).click()
    screen.stack.worker.use(
      http.post('*/roster-api/v1/selections', () =>
        HttpResponse.json({ code: 'undo_expired', status: 410 }, { status: 410 }),
      ),
    )
    await button('Undo').click()
    await expect.element(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(tab(other)).toHaveAttribute('aria-selected', 'true')
  })

  it('shows who was not restored by an undo that was pressed on another tab', async () => {
    const screen = await aBulkPage()
    await deleteOne(screen.at(1))
    screen.stack.worker.use(
      http.post('*/roster-api/v1/selections/:id/chunks', ({ params }) =>
        HttpResponse.json({
          selection: {
            id: String(params.id),
            resource: 'users',
            action: { kind: 'undo' },
            state: 'done',
            total: 1,
            allowed: 1,
            position: 1,
            done: 0,
            failed: 1,
            madeBy: { id: 'me' },
            madeAt: '2026-01-01T00:00:00.000Z',
          },
          failed: [{ id: 'gone', name: screen.at(1), code: 'already_invited', reason: 'already_invited' }],
        }),
      ),
    )
    await tab(/^Invitations/).click()
    await button('Undo').click()
    await expect.element(dialog.getByText(screen.at(1))).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).click()
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it('is confirmed once, even by two presses while the host’s hook decides', async () => {
    const stack = await aStack()
    const gate = Promise.withResolvers<undefined>()
    let asked = 0
    stack.setHooks({
      onBeforeSelection: () => {
        asked += 1
        return gate.promise
      },
    })
    const screen = await aBulkPage({ stack })
    await check(screen.at(1)).click()
    await button('Delete users').click()
    await expect
      .element(dialog.getByRole('button', { name: 'Delete 1 user' }))
      .not.toHaveAttribute('aria-disabled')
    const confirm = await dialog.getByRole('button', { name: 'Delete 1 user' }).findElement()
    if (!(confirm instanceof HTMLElement)) throw new Error('The button is missing.')
    confirm.click()
    confirm.click()
    await expect.poll(() => asked).toBe(1)
    confirm.click()
    gate.resolve(undefined)
    await expect.poll(screen.count).toBe('1,203 users')
    await expect.element(button('Undo')).toBeVisible()
    expect(document.querySelectorAll('.roster-toast')).toHaveLength(1)
  })
})
