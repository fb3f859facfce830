import '../../../src/styles/index.css'
import { type ReactNode, StrictMode } from 'react'
import { onTestFinished, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { IdleLogoutGuard, type IdleLogoutGuardProps } from '../../../src/page/idle-logout/IdleLogoutGuard.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import type { IdlePort } from '../../../src/state/idle/idle-port.ts'
import { type OpenIdleEngine, openIdleEngine } from '../../../src/state/idle/open-idle-engine.ts'
import { createManualClock } from '../../state/manual-clock.ts'

const minute = 60_000

interface AGuardOptions extends IdleLogoutGuardProps {
  port?: Partial<IdlePort>
  /** The page beside the guard. */
  page?: ReactNode
  /** What is rendered instead of one guard. */
  guards?: (engine: OpenIdleEngine) => ReactNode
}

/** A guard that logs out after 10 minutes, on a page of a host that has a button. */
export async function aGuard({ port, page, guards, ...props }: AGuardOptions = {}) {
  const clock = createManualClock(Date.now())
  const options = {
    // The browser keeps that a session has ended, also for the next test file.
    port: { sessionKey: `guard-${crypto.randomUUID()}`, ...port },
    policy: { timeoutMs: 10 * minute, warnMs: minute },
    environment: { clock },
  }
  const engine = openIdleEngine(options)
  onTestFinished(engine.close)
  const onPress = vi.fn()
  const screen = await render(
    <StrictMode>
      <div data-page="">
        <button type="button" onClick={onPress}>
          A button of the host
        </button>
        {page}
        <RosterUI>
          {guards ? guards(engine) : <IdleLogoutGuard engine={engine} companyName="Acme" {...props} />}
        </RosterUI>
      </div>
    </StrictMode>,
  )
  const dialogs = () => document.querySelectorAll('.roster-top-dialog')
  return {
    ...screen,
    engine,
    options,
    clock,
    onPress,
    dialogs,
    hostButton: await screen.getByRole('button', { name: 'A button of the host' }).findElement(),
    warning: screen.getByRole('alertdialog', { name: 'Still there?' }),
    stay: screen.getByRole('button', { name: 'Stay logged in' }),
    logOut: screen.getByRole('button', { name: 'Log out now' }),
    signIn: screen.getByRole('button', { name: 'Sign in again' }),
    /** Time passes until the warning is shown. */
    async warn() {
      clock.advance(9 * minute + 1_000)
      await vi.waitFor(() => {
        if (dialogs().length === 0) throw new Error('There is no warning.')
      })
    },
    /** Time passes until the session has ended. */
    end: () => clock.advance(minute),
  }
}

/** Appends an element of the host to the page. It is removed after the test. */
export function anElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  html = '',
  parent: ParentNode = document.body,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.innerHTML = html
  parent.append(element)
  onTestFinished(() => element.remove())
  return element
}
