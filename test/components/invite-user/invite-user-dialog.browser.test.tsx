import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { InviteUserDialog } from '../../../src/components/invite-user/InviteUserDialog.tsx'
import type { InviteDraftGroup } from '../../../src/components/invite-user/invite-draft-group.ts'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { address, inviteDraft } from '../../../stories/components/invite-draft-data.ts'

const known = address('known@x.org', {
  state: 'known',
  failure: { code: 'already_invited' },
  invitationId: 'i1',
})

const file = {
  file: { name: 'people.csv', encoding: 'UTF-8', delimiter: ',', hasHeader: false, rows: [], columns: [] },
  column: 0,
  rowsRead: 0,
  named: [],
}

/** The dialog over a draft in memory. */
async function aDialog(first: Partial<InviteDraftGroup> = {}, onInvite = () => {}) {
  const remove = vi.fn()
  let change = (_: Partial<InviteDraftGroup>) => {}
  function Stage() {
    const [shown, setShown] = useState(first)
    change = (part) => setShown((before) => ({ ...before, ...part }))
    const draft = inviteDraft({
      remove,
      removeFile: () => change({ file: null }),
      stop: () => change({ sending: null }),
      ...shown,
    })
    return (
      <RosterUI>
        <InviteUserDialog
          open
          onOpenChange={() => {}}
          draft={draft}
          teams={{ rows: [], status: 'error' }}
          onInvite={onInvite}
          onResend={() => change({ addresses: draft.addresses.filter(({ id }) => id !== known.id) })}
        />
      </RosterUI>
    )
  }
  await render(<Stage />)
  const field = page.getByRole('textbox', { name: 'Email addresses' })
  await expect.element(field).toHaveFocus()
  return { field, remove, change: (part: Partial<InviteDraftGroup>) => change(part) }
}

describe('the dialog Invite user', () => {
  it('removes no address by a key while it is sent', async () => {
    const { remove } = await aDialog({
      addresses: [address('ada@x.org'), address('bob@x.org')],
      sending: { done: 0, total: 2 },
    })
    const bob = page.getByRole('button', { name: 'Remove bob@x.org' })
    ;((await bob.findElement()) as HTMLElement).focus()
    await userEvent.keyboard('{Delete}{Backspace}')
    await expect.element(bob).toHaveFocus()
    expect(remove).not.toHaveBeenCalled()
  })

  it('moves the focus to the field when the control that was pressed disappears', async () => {
    let send = () => {}
    const { field, change } = await aDialog({ addresses: [address('ada@x.org'), known], file }, () => send())
    await page.getByRole('button', { name: 'Resend the invitation to known@x.org' }).click()
    await expect.element(field).toHaveFocus()
    await page.getByRole('button', { name: 'Remove file' }).click()
    await expect.element(field).toHaveFocus()
    send = () => change({ sending: { done: 0, total: 1 } })
    await page.getByRole('button', { name: 'Invite 1 user' }).click()
    await expect.element(page.getByRole('button', { name: 'Stop inviting' })).toBeVisible()
    await expect.element(field).toHaveFocus()
  })

  it('says how much room there is for text of too many addresses', async () => {
    const addresses = Array.from({ length: 499 }, (_, index) => address(`p${index}@x.org`))
    await aDialog({
      addresses,
      text: 'ada@x.org, bob@x.org',
      tooMany: 2,
      file: { ...file, tooMany: 600 },
    })
    await expect
      .element(page.getByText(/^These are 2 addresses, and there is room for 1 more\./))
      .toBeVisible()
    await expect
      .element(page.getByText(/^This column has 600 addresses, and there is room for 1 more\./))
      .toBeVisible()
  })

  it('keeps the lines without an address after the others were invited, until they are removed', async () => {
    const { field, change } = await aDialog({
      result: { invited: 1, total: 1 },
      named: [{ line: 2, text: 'carol', fault: 'missing_at' }],
      removeNamed: () => change({ named: [] }),
    })
    await expect.element(page.getByText('1 user invited')).toBeVisible()
    expect(page.getByText(/still in the field/).elements()).toEqual([])
    await page.getByRole('button', { name: 'Remove these lines' }).click()
    await expect.element(page.getByText('carol')).not.toBeInTheDocument()
    await expect.element(field).toHaveFocus()
  })

  it('announces lines without an address together with the addresses that were added', async () => {
    const { change } = await aDialog()
    change({
      addresses: [address('ada@x.org')],
      named: [{ line: 2, text: 'carol', fault: 'missing_at' }],
    })
    await expect
      .poll(() => document.querySelector('[role="status"], [aria-live="polite"]')?.textContent)
      .toMatch(/1 address added 1 line has no address/)
  })

  it('names the rows of a file with more addresses in other columns', async () => {
    await aDialog({
      file: {
        ...file,
        rowsRead: 1,
        further: [{ line: 2, text: 'also bob@x.org', fault: 'other_column' }],
      },
    })
    await expect.element(page.getByText(/^1 row has addresses in other columns/)).toBeVisible()
    await expect.element(page.getByText('also bob@x.org')).toBeVisible()
    await expect.element(page.getByText('An address in another column')).toBeVisible()
  })

  it('says that the teams couldn’t be loaded', async () => {
    await aDialog()
    await expect.element(page.getByText(/^The teams couldn’t be loaded/)).toBeVisible()
    await expect.element(page.getByRole('button', { name: /^Teams/ })).toHaveAccessibleDescription(/loaded/)
  })
})
