import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import type { SelectionAction } from '../../src/contract/selection-requests.ts'
import { aStack } from '../hooks/a-stack.tsx'
import { aPage } from './a-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

type Stack = Awaited<ReturnType<typeof aStack>>

const heading = () => document.querySelector('.roster-panel-name')?.textContent
const recent = page.getByRole('dialog', { name: 'Recent changes' })

async function showRecent() {
  await page.getByRole('button', { name: 'Table options' }).click()
  await page.getByRole('menuitem', { name: /^Recent changes/ }).click()
  await expect.element(recent).toBeVisible()
}

/** Freezes a change of invitations, as another tab has done. */
async function freeze({ api }: Stack, ids: string[], kind: 'delete' | 'resend') {
  const action: SelectionAction = { kind }
  const request = { resource: 'invitations' as const, of: { ids }, action }
  return api.selections.create(request, { intent: crypto.randomUUID() })
}

async function pendingIn({ api }: Stack) {
  const { rows } = await api.invitations.list({ limit: 50, statuses: ['pending'] })
  return rows.flatMap((row) => ('email' in row ? row : []))
}

describe('recent changes of invitations', () => {
  it('are listed while one is paused, and it is continued from there', async () => {
    const { stack, count } = await aPausedDeletion()
    await aPage({ stack })
    await showRecent()
    await expect.element(recent.getByRole('heading', { name: 'Not finished' })).toBeVisible()
    await expect
      .element(recent.getByText(`Delete ${count} invitations`, { exact: true }).first())
      .toBeVisible()
    await recent.getByRole('button', { name: /^Continue: / }).click()
    await expect.element(page.getByText(`${count} invitations deleted`).first()).toBeVisible()
    expect(await pendingIn(stack)).toEqual([])
  })

  it('that are paused are offered on the Invitations tab too', async () => {
    const { stack, count } = await aPausedDeletion()
    await aPage({ stack, defaultView: { tab: 'invitations' }, width: 1_200 })
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect.element(page.getByText(`${count} invitations deleted`).first()).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Continue' })).not.toBeInTheDocument()
  })

  it('that failed are named by their address, and retried as invitations', async () => {
    const { fresh } = await aRecentResend()
    await expect.element(recent.getByText('Resend 1 invitation', { exact: true })).toBeVisible()
    await expect.element(recent.getByRole('button', { name: /^Undo/ })).not.toBeInTheDocument()
    await recent.getByRole('button', { name: 'Show who failed' }).click()
    await expect.element(recent.getByText(fresh.email)).toBeVisible()
    // Its cooldown may be over by now: the server decides.
    await expect
      .element(recent.getByRole('button', { name: `Retry ${fresh.email}` }))
      .not.toHaveAttribute('aria-disabled')
    await recent.getByRole('button', { name: 'Retry 1 failed' }).click()
    await expect.element(page.getByText('The invitation wasn’t resent')).toBeVisible()
  })

  it('open a row that must be looked at on the Invitations tab', async () => {
    const { fresh } = await aRecentResend((body) => body.replaceAll('"cooldown"', '"changed_since"'))
    await recent.getByRole('button', { name: 'Show who failed' }).click()
    await recent.getByRole('button', { name: `Open ${fresh.email}` }).click()
    await expect.poll(heading).toBe(fresh.email)
    await expect.element(page.getByRole('tab', { name: /^Invitations/, selected: true })).toBeVisible()
  })

  it('of which nothing is left to delete are not asked about as users', async () => {
    const stack = await aStack()
    const [fresh] = await pendingIn(stack)
    const frozen = await freeze(stack, [fresh?.id ?? ''], 'delete')
    await stack.api.selections.chunk(frozen.id, 0)
    const row = { id: fresh?.id, name: '', email: fresh?.email, outcome: 'failed', code: 'unavailable' }
    stack.spoil((body) =>
      body.replaceAll('"failed":0', '"failed":1').replace('"rows":[]', `"rows":[${JSON.stringify(row)}]`),
    )
    await aPage({ stack })
    await showRecent()
    await recent.getByRole('button', { name: 'Show who failed' }).click()
    await recent.getByRole('button', { name: 'Retry 1 failed' }).click()
    await expect.element(page.getByRole('alertdialog', { name: 'Delete invitations?' })).toBeVisible()
  })
})

/** A deletion of invitations that another tab has begun and left. */
async function aPausedDeletion() {
  let ahead = 0
  // Its steps have 20 rows.
  const stack = await aStack({ scenario: 'chunk-failing', clock: () => Date.now() + ahead })
  const emails = Array.from({ length: 30 }, (_, index) => `many.${index}@acme.example`)
  await stack.api.invitations.invite({ emails }, { intent: crypto.randomUUID() })
  const ids = (await pendingIn(stack)).map(({ id }) => id)
  const frozen = await freeze(stack, ids, 'delete')
  await stack.api.selections.chunk(frozen.id, 0)
  ahead = 31_000
  return { stack, count: ids.length }
}

/** The page with *Recent changes* open, which lists a resend of an invitation in its cooldown. */
async function aRecentResend(spoil?: (body: string) => string) {
  const stack = await aStack()
  const [fresh] = await pendingIn(stack)
  if (!fresh) throw new Error('No invitation is pending.')
  await stack.api.invitations.resend(fresh.id, { intent: crypto.randomUUID() })
  const { id } = await freeze(stack, [fresh.id], 'resend')
  await stack.api.selections.chunk(id, 0)
  stack.spoil(spoil)
  await aPage({ stack })
  await showRecent()
  return { stack, fresh }
}
