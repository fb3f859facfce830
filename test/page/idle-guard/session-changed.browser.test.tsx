import '../../../src/styles/index.css'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { useRosterData } from '../../../src/hooks/useRosterData.ts'
import { useUsers } from '../../../src/hooks/useUsers.ts'
import { IdleLogoutGuard } from '../../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { aStrictCompany } from '../../hooks/a-strict-company.ts'

function Names() {
  const { rows } = useUsers()
  const { invalidate } = useRosterData()
  return (
    <button type="button" onClick={() => invalidate('session')}>
      {rows.map(({ name }) => name).join()}
    </button>
  )
}

/** A guarded page of the real stack, beside whose window someone signs in. */
async function aPage() {
  const stack = await aStrictCompany()
  const { sessionKey, viewer } = await stack.api.session.get()
  const [onBeforeLogout, onLogout] = [vi.fn(), vi.fn()]
  const screen = await render(
    <stack.Provider>
      <RosterUI>
        <Names />
        <IdleLogoutGuard onBeforeLogout={onBeforeLogout} onLogout={onLogout} />
      </RosterUI>
    </stack.Provider>,
  )
  const names = screen.getByRole('button', { name: /Amara/ })
  await expect.element(names).toBeVisible()
  await expect.poll(stack.waiting).toBe(0)
  return {
    ...screen,
    stack,
    onBeforeLogout,
    onLogout,
    dialogs: () => document.querySelectorAll('.roster-top-dialog').length,
    sessions: () => stack.events.filter(({ type }) => type.startsWith('session.')),
    async signIn(who: 'another person' | 'the same person') {
      stack.spoil((body) => {
        const changed = body.replaceAll(sessionKey, 'another-session')
        return who === 'the same person' ? changed : changed.replaceAll(`"${viewer.id}"`, '"ben"')
      })
      await names.click()
      await expect
        .poll(() => stack.events)
        .toContainEqual(expect.objectContaining({ type: 'session.changed' }))
      await stack.pass(10_000)
      await expect.poll(stack.waiting).toBe(0)
    },
  }
}

it('B27: a page whose session another person’s has replaced is covered, and onLogout is called once', async () => {
  const { signIn, stack, onBeforeLogout, onLogout, sessions, ...screen } = await aPage()
  await signIn('another person')
  const again = screen.getByRole('button', { name: 'Sign in again' })
  await expect.element(again).toHaveFocus()
  await expect.element(screen.getByText('Someone else has signed in in this browser.')).toBeVisible()
  await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'session_changed' }]])
  expect(sessions()).toEqual([
    { type: 'session.changed', isAnotherPerson: true },
    { type: 'session.ended', reason: 'session_changed' },
  ])
  await stack.pass(11 * 60_000)
  await expect.element(again).toBeVisible()
  expect(onLogout).toHaveBeenCalledOnce()
  // It would send what belongs to one person in the name of the other.
  expect(onBeforeLogout).not.toHaveBeenCalled()
})

it('B27: a person who signs in again continues, and nobody is logged out', async () => {
  const { signIn, stack, dialogs, onLogout, sessions, ...screen } = await aPage()
  await signIn('the same person')
  await expect.element(screen.getByRole('button', { name: /Amara/ })).toBeVisible()
  expect([dialogs(), onLogout.mock.calls.length]).toEqual([0, 0])
  expect(sessions()).toEqual([{ type: 'session.changed', isAnotherPerson: false }])
  await stack.pass(9.5 * 60_000)
  await expect.element(screen.getByRole('button', { name: 'Stay logged in' })).toHaveFocus()
})
