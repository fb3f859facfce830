import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { IdleLogoutGuard } from '../../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { openIdleEngine } from '../../../src/state/idle/open-idle-engine.ts'
import { aGuard } from './a-guard.tsx'

/** What reaches the page's own error handling. */
function watchErrors() {
  const messages: string[] = []
  const listen = (event: ErrorEvent) => {
    event.preventDefault()
    messages.push(event.message)
  }
  addEventListener('error', listen)
  onTestFinished(() => removeEventListener('error', listen))
  return messages
}

describe('the guard', () => {
  it('warns, names the time in the title once a second, and gives the title back', async () => {
    document.title = 'Inbox'
    const guard = await aGuard({ note: 'Your draft is kept.' })
    await guard.warn()
    await expect.element(guard.warning).toBeVisible()
    await expect.element(guard.getByRole('timer')).toHaveTextContent('0:59')
    expect(document.title).toBe('0:59 until logout · Inbox')
    await expect.element(guard.warning).toHaveAccessibleDescription(/in 59 seconds.*logs out after 10/)
    document.title = '(1) Inbox'
    guard.clock.advance(30_000)
    await expect.poll(() => document.title).toBe('0:29 until logout · (1) Inbox')
    await expect
      .poll(() => guard.container.querySelector('[role=status] .roster-hidden')?.textContent)
      .toBe('You’ll be logged out in 30 seconds.')
    await guard.stay.click()
    await expect.poll(() => guard.dialogs().length).toBe(0)
    expect(document.title).toBe('(1) Inbox')
    expect(guard.engine.idleFor()).toBe(0)
  })

  it('one answer closes the warnings of all windows', async () => {
    const guard = await aGuard()
    await guard.warn()
    const [first, second] = [openIdleEngine(guard.options), openIdleEngine(guard.options)]
    onTestFinished(first.close)
    onTestFinished(second.close)
    await first.stay()
    await expect.poll(() => guard.dialogs().length).toBe(0)
    expect(second.getState().phase).toBe('active')
  })

  it('two on a page show one warning, and call the host once', async () => {
    const [onBeforeLogout, onLogout] = [vi.fn(), vi.fn()]
    const callbacks = { onBeforeLogout, onLogout }
    function Two({
      engine,
    }: {
      engine: Parameters<NonNullable<Parameters<typeof aGuard>[0]>['guards'] & {}>[0]
    }) {
      const [isFirst, setFirst] = useState(true)
      return (
        <>
          <button type="button" onClick={() => setFirst(false)}>
            Unmount
          </button>
          {isFirst && <IdleLogoutGuard engine={engine} {...callbacks} />}
          <IdleLogoutGuard engine={engine} {...callbacks} />
        </>
      )
    }
    const guard = await aGuard({ guards: (engine) => <Two engine={engine} /> })
    const unmount = await guard.getByRole('button', { name: 'Unmount' }).findElement()
    await guard.warn()
    await expect.element(guard.stay).toHaveFocus()
    expect(guard.dialogs()).toHaveLength(1)
    unmount.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await expect.element(guard.stay).toHaveFocus()
    expect(guard.dialogs()).toHaveLength(1)
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
    await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'idle' }]])
    expect(onBeforeLogout.mock.calls).toEqual([['idle']])
  })

  it('unmounted during the warning, it leaves the page as it was', async () => {
    document.title = 'Inbox'
    const guard = await aGuard()
    guard.hostButton.focus()
    await guard.warn()
    await expect.element(guard.stay).toHaveFocus()
    await guard.rerender(<button type="button">Another page</button>)
    expect([document.title, guard.dialogs().length]).toEqual(['Inbox', 0])
    await guard.getByRole('button', { name: 'Another page' }).click()
    guard.clock.advance(60_000)
    expect(guard.engine.getState().phase).toBe('ended')
    expect(guard.dialogs()).toHaveLength(0)
  })

  it('mounted late, it shows the warning, or the cover, at once', async () => {
    const early = await aGuard({ guards: () => null })
    early.clock.advance(9 * 60_000 + 30_000)
    const late = (
      <RosterUI>
        <IdleLogoutGuard engine={early.engine} />
      </RosterUI>
    )
    const { unmount } = await render(late)
    await expect.element(early.warning).toBeVisible()
    await expect.element(early.warning).toHaveAccessibleDescription(/in 30 seconds/)
    await unmount()
    early.end()
    await render(late)
    await expect.element(early.signIn).toHaveFocus()
  })

  it('a host that stays, logs out and holds in its own callbacks is called once', async () => {
    const onLogout = vi.fn()
    const guard = await aGuard({
      onBeforeLogout: () => guard.engine.logOutNow(),
      async onLogout({ reason }) {
        onLogout(reason)
        void guard.engine.stay()
        guard.engine.logOutNow()
        guard.engine.end('expired')
        await guard.engine.hold('call', { maxMs: 1_000 }).catch(() => {})
        guard.engine.look()
      },
    })
    await guard.warn()
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
    await expect.poll(() => onLogout.mock.calls).toEqual([['idle']])
    guard.clock.advance(60 * 60_000)
    expect(guard.engine.getState()).toMatchObject({ phase: 'ended', reason: 'idle' })
    expect(onLogout).toHaveBeenCalledOnce()
  })

  it('mounted again and again during the warning, it shows one warning, and nobody gains time', async () => {
    const guard = await aGuard()
    await guard.warn()
    const left = guard.engine.remaining()
    for (let turn = 0; turn < 20; turn += 1)
      await guard.rerender(
        <RosterUI key={turn}>
          <IdleLogoutGuard engine={guard.engine} />
        </RosterUI>,
      )
    await expect.element(guard.stay).toHaveFocus()
    expect([guard.dialogs().length, guard.engine.remaining()]).toEqual([1, left])
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
  })

  it('needs no provider if it has an engine', async () => {
    const early = await aGuard({ guards: () => null })
    await render(<IdleLogoutGuard engine={early.engine} />)
    await early.warn()
    await expect.element(early.stay).toHaveFocus()
    expect(early.dialogs()[0]?.closest('.roster-root')?.parentElement).toBe(document.body)
  })

  it('renders nothing on a server', async () => {
    const { engine } = await aGuard({ guards: () => null })
    expect(renderToString(<IdleLogoutGuard engine={engine} />)).toBe('')
  })

  it('a callback that throws reaches the page’s error handling, and the cover and the rest go on', async () => {
    const errors = watchErrors()
    const guard = await aGuard({
      onBeforeLogout: () => Promise.reject(new Error('no presence')),
      onLogout: () => {
        throw new Error('no router')
      },
    })
    await guard.warn()
    await guard.logOut.click()
    await expect.element(guard.signIn).toHaveFocus()
    await expect.poll(() => errors.join()).toMatch(/no presence.*no router/)
    expect(guard.engine.getState()).toMatchObject({ phase: 'ended', reason: 'signed_out' })
  })

  it('covers before it calls the host, and waits 5 seconds for it at most', async () => {
    const onLogout = vi.fn()
    let isCovered: boolean | undefined
    const guard = await aGuard({
      onLogout,
      onBeforeLogout() {
        isCovered = guard.engine.getState().phase === 'ended'
        return new Promise(() => {})
      },
    })
    await guard.warn()
    guard.end()
    await expect.element(guard.signIn).toHaveFocus()
    await expect.poll(() => isCovered).toBe(true)
    guard.clock.advance(4_900)
    await new Promise((resolve) => setTimeout(resolve))
    expect(onLogout).not.toHaveBeenCalled()
    guard.clock.advance(200)
    await expect.poll(() => onLogout.mock.calls).toEqual([[{ reason: 'idle' }]])
  })

  it('names running work, and pauses it before the end', async () => {
    const order: string[] = []
    const guard = await aGuard({ onLogout: () => order.push('logout') })
    const pause = () => new Promise<void>((resolve) => setTimeout(() => resolve(void order.push('paused'))))
    guard.engine.addWork({ label: 'delete', done: 8_400, total: 20_000, pause })
    await guard.warn()
    await expect.element(guard.getByText('Still deleting users')).toBeVisible()
    await expect.element(guard.getByText('Deleting pauses when you’re logged out.')).toBeVisible()
    guard.end()
    await expect.poll(() => order).toEqual(['paused', 'logout'])
  })

  it('the absolute limit is warned of without Stay, and the key that is pressed next does not close it', async () => {
    const idle = {
      timeoutMs: 600_000,
      warnMs: 60_000,
      idleRemainingMs: 600_000,
      absoluteRemainingMs: 90_000,
      allowHold: false,
      policyRev: '1',
    }
    let absoluteRemainingMs = 90_000
    const get = () => Promise.resolve({ ...idle, absoluteRemainingMs })
    const guard = await aGuard({ port: { get } })
    await vi.waitFor(() => expect(guard.engine.remaining()).toBe(90_000))
    absoluteRemainingMs = 50_000
    guard.clock.advance(40_000)
    const dialog = guard.getByRole('alertdialog', { name: 'Time to sign in again' })
    await expect.element(dialog).toBeVisible()
    expect(guard.stay.query()).toBeNull()
    await userEvent.keyboard(' {Enter}')
    await expect.element(dialog).toBeVisible()
    await guard.getByRole('button', { name: 'Back to my work' }).click()
    await expect.poll(() => guard.dialogs().length).toBe(0)
    absoluteRemainingMs = 0
    guard.clock.advance(50_000)
    await expect.element(guard.signIn).toHaveFocus()
    await expect.element(guard.getByText('Your session has reached its time limit.')).toBeVisible()
  })
})
