import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { UsersTable } from '../../../src/components/users-table/UsersTable.tsx'
import type { User } from '../../../src/contract/users.ts'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'

const allowed = { allowed: true } as const

const ada: User = {
  id: 'ada',
  name: 'Ada Lovelace',
  email: 'ada@acme.example',
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  version: '1',
  joinedAt: '2026-01-01T00:00:00Z',
  lastActiveAt: null,
  actions: { changeRole: allowed, changeTeams: allowed, endSessions: allowed, delete: allowed },
}

const users = [ada]

it('keeps the focus on a user whose role someone else changes', async () => {
  const table = (conflictIds: ReadonlySet<string>) => (
    <RosterUI>
      <UsersTable users={users} onOpenUser={() => {}} conflictIds={conflictIds} />
    </RosterUI>
  )
  const { rerender } = await render(table(new Set()))
  const name = page.getByRole('button', { name: 'Ada Lovelace' })
  ;((await name.findElement()) as HTMLElement).focus()
  await rerender(table(new Set(['ada'])))
  await expect.element(page.getByText('Changed')).toBeVisible()
  await expect.element(name).toHaveFocus()
  await rerender(table(new Set()))
  await expect.element(name).toHaveFocus()
})
