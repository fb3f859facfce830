import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { type APageOptions, aPage } from './a-page.tsx'

/** The address whose email failed, five days ago. */
export const failed = 'k.novak@partners.example'

/** The page with the Invitations tab open: four invitations are pending and two have expired. */
export async function anInvitationsPage(options: APageOptions = {}) {
  const shown = await aPage({ defaultView: { tab: 'invitations' }, width: 1_200, ...options })
  const { container, stack } = shown
  const emails = () =>
    [...container.querySelectorAll('.roster-table-row .roster-invitation-email')].map(
      (cell) => cell.textContent,
    )
  if (!options.stack) await expect.poll(() => emails().length).toBe(6)
  return {
    ...shown,
    emails,
    table: () => container.querySelector('.roster-invitations-table'),
    group: () => container.querySelector('.roster-table-group')?.textContent,
    tab: page.getByRole('tab', { name: /^Invitations/ }),
    dialog: page.getByRole('alertdialog'),
    button: (name: string | RegExp) => page.getByRole('button', { name }),
    check: (email: string) => page.getByRole('checkbox', { name: `Select ${email}`, exact: true }),
    row: (email: string) => page.getByRole('row', { name: new RegExp(email) }),
    /** Types a search and pauses. */
    async searchInvitations(text: string) {
      await page.getByRole('textbox', { name: 'Search invitations' }).fill(text)
      stack.rest()
    },
    /** The id of an invitation. */
    async idOf(email: string) {
      const { rows } = await stack.api.invitations.list({ search: email, limit: 1 })
      return (rows[0] as { id: string }).id
    },
  }
}
