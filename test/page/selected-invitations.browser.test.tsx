import { beforeEach, describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { anInvitationsPage, failed } from './an-invitations-page.tsx'

beforeEach(() => page.viewport(1_280, 900))

const lapsed = 'noura.alharbi@acme.example'

describe('a selected invitation', () => {
  it('that has expired is no longer selected when someone invites the person again', async () => {
    const { stack, check, emails } = await anInvitationsPage()
    await check(failed).click()
    await check(lapsed).click()
    await expect.element(page.getByText('2 selected')).toBeVisible()
    await stack.api.invitations.invite({ emails: [lapsed] }, { intent: crypto.randomUUID() })
    stack.clock.advance(60_000)
    stack.comeBack()
    await expect.element(page.getByText('1 selected')).toBeVisible()
    await page.getByRole('button', { name: 'refresh' }).click()
    await expect.poll(() => emails()[0]).toBe(lapsed)
    await expect.element(check(lapsed)).not.toBeChecked()
  })
})
