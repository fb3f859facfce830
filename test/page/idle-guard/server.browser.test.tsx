import '../../../src/styles/index.css'
import { HttpResponse, http } from 'msw'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { useUsers } from '../../../src/hooks/useUsers.ts'
import { IdleLogoutGuard } from '../../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { aStrictCompany } from '../../hooks/a-strict-company.ts'

const minute = 60_000

function Names() {
  const { rows, refetch } = useUsers()
  return (
    <button type="button" onClick={() => void refetch()}>
      {rows.map(({ name }) => name).join()}
    </button>
  )
}

/** A proxy responds in place of the server. */
const badGateway = (path: string) =>
  http.all(`*/roster-api/v1/${path}`, () => HttpResponse.html('<p>Bad gateway</p>', { status: 502 }))

/** A guarded page of the real stack, warned, with half a minute left. */
async function aWarnedPage() {
  const stack = await aStrictCompany()
  const onLogout = vi.fn()
  const screen = await render(
    <stack.Provider>
      <RosterUI>
        <Names />
        <IdleLogoutGuard onLogout={onLogout} />
      </RosterUI>
    </stack.Provider>,
  )
  await expect.poll(stack.waiting).toBe(0)
  const stay = screen.getByRole('button', { name: 'Stay logged in' })
  await stack.pass(9.5 * minute)
  await expect.element(stay).toHaveFocus()
  return {
    ...screen,
    stack,
    stay,
    onLogout,
    dialogs: () => document.querySelectorAll('.roster-top-dialog').length,
    block: () => stack.worker.use(...['session', 'session/*'].map(badGateway)),
    /** The server responds again, and the next try has time to reach it. */
    async comeBack() {
      stack.worker.resetHandlers()
      for (let seconds = 0; seconds < 8; seconds += 1) {
        await stack.pass(1_000)
        await expect.poll(stack.waiting).toBe(0)
      }
    },
  }
}

it('B29: Stay is tried again while a proxy responds with an error, and all tabs go on', async () => {
  const { stack, stay, block, comeBack, dialogs, onLogout, ...screen } = await aWarnedPage()
  block()
  await stay.click()
  await expect.element(stay).toHaveAttribute('aria-busy', 'true')
  await stack.pass(15_000)
  await expect.element(screen.getByText('The connection doesn’t work. Trying again…')).toBeVisible()
  expect(dialogs()).toBe(1)
  await comeBack()
  await expect.poll(dialogs).toBe(0)
  await stack.pass(8 * minute)
  expect([dialogs(), onLogout.mock.calls.length]).toEqual([0, 0])
})

it('B29: too late, the page is covered, and ends once after 10 seconds without a response', async () => {
  const { stack, stay, block, onLogout, ...screen } = await aWarnedPage()
  block()
  await stay.click()
  await stack.pass(35_000)
  await expect.element(screen.getByRole('alertdialog', { name: /^Checking if/ })).toBeVisible()
  expect(onLogout).not.toHaveBeenCalled()
  await stack.pass(15_000)
  await expect.element(screen.getByRole('button', { name: 'Sign in again' })).toHaveFocus()
  await stack.pass(10_000)
  await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'idle' }]])
})

it('late-401-silent: after the end the data is forgotten, and refusals call nothing again', async () => {
  const { stack, onLogout, container, ...screen } = await aWarnedPage()
  expect(container.querySelector('button')?.textContent).toContain('Amara')
  await stack.pass(minute)
  await expect.element(screen.getByRole('button', { name: 'Sign in again' })).toHaveFocus()
  await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'idle' }]])
  await expect.poll(() => container.querySelector('button')?.textContent).toBe('')
  container.querySelector('button')?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await stack.pass(2 * minute)
  await expect.poll(stack.waiting).toBe(0)
  expect(onLogout).toHaveBeenCalledOnce()
  expect(container.querySelector('button')?.textContent).toBe('')
})

it('B29: a 401 of another backend says nothing about the session', async () => {
  const { stack, stay, comeBack, onLogout, dialogs } = await aWarnedPage()
  stack.worker.use(
    http.all('*/roster-api/v1/session/*', () =>
      HttpResponse.json({ error: 'unauthorized' }, { status: 401 }),
    ),
  )
  await stay.click()
  await stack.pass(10_000)
  expect([dialogs(), onLogout.mock.calls.length]).toEqual([1, 0])
  await expect.element(stay).toHaveAttribute('aria-busy', 'true')
  await comeBack()
  await expect.poll(dialogs).toBe(0)
  expect(onLogout).not.toHaveBeenCalled()
})

it('a service worker that responds from its cache keeps nobody logged in', async () => {
  const { stack, stay, dialogs, onLogout } = await aWarnedPage()
  await stay.click()
  await expect.poll(dialogs).toBe(0)
  const cached = await stack.api.session.idle.get()
  stack.worker.use(http.get('*/roster-api/v1/session/idle', () => HttpResponse.json({ ...cached })))
  await stack.pass(21 * minute)
  await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'idle' }]])
})
