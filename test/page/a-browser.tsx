import '../../src/styles/index.css'
import { useReducer } from 'react'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { UsersSettingsView } from '../../src/page/settings-view.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'

/**
 * How a host's router goes to another place: at once; at once, but shows it once it has loaded (`late`); or once it has
 * loaded, unless another navigation begins first (`interrupted`). Going back always takes a moment in the last two.
 */
type Router = 'immediate' | 'late' | 'interrupted'

interface Options {
  first?: UsersSettingsView
  router?: Router
  /** Whether the address leaves out the density. */
  dropsDensity?: boolean
  stack?: Awaited<ReturnType<typeof aStack>>
}

/** A host whose address is one of several entries, as in a browser. */
export async function aBrowser(options: Options = {}) {
  const { first = {}, router = 'immediate', dropsDensity = false, stack: given } = options
  const stack = given ?? (await aStack())
  const entries: UsersSettingsView[] = [{ tab: 'users', users: {}, invitations: {}, ...first }]
  let at = 0
  let shown = entries[0] ?? {}
  let rerender = () => {}
  let loading: (() => void)[] = []

  const show = () => {
    shown = entries[at] ?? {}
    rerender()
  }
  const enter = (next: UsersSettingsView, isPushed: boolean) => {
    if (isPushed) at += 1
    const { density: _, ...users } = next.users ?? {}
    entries.splice(at, isPushed ? entries.length : 1, dropsDensity ? { ...next, users } : next)
  }
  const go = (steps: number) => {
    at += steps
    show()
  }
  function navigate(next: UsersSettingsView, history: 'push' | 'replace' | 'back') {
    const move = () => (history === 'back' ? go(-1) : enter(next, history === 'push'))
    if (router === 'immediate') {
      move()
      return show()
    }
    if (router === 'interrupted') loading = []
    else if (history !== 'back') move()
    loading.push(() => {
      if (router === 'interrupted' || history === 'back') move()
      show()
    })
  }

  function Host() {
    const [, again] = useReducer((count: number) => count + 1, 0)
    rerender = again
    return (
      <stack.Provider>
        <RosterUI timeZone="UTC">
          <div style={{ inlineSize: 1_200, blockSize: 640 }}>
            <UsersSettings view={shown} onViewChange={(next, { history }) => navigate(next, history)} />
          </div>
        </RosterUI>
      </stack.Provider>
    )
  }
  const { container } = await render(<Host />)
  const heading = () => container.querySelector('.roster-panel-name, .roster-panel h2')?.textContent
  const click = async (selector: string) => {
    await expect.poll(() => container.querySelector(selector)).not.toBeNull()
    container.querySelector<HTMLElement>(selector)?.click()
  }
  const rowOf = (index: number) => `.roster-users-table [aria-rowindex="${index}"] [data-primary]`
  return {
    stack,
    container,
    /** Presses Back (-1) or Forward (1). */
    go,
    /** Follows a link of the host, or replaces its address. */
    visit(next: UsersSettingsView, isPushed = true) {
      enter(next, isPushed)
      show()
    },
    /** Lets the router arrive where it is going. */
    arrive() {
      const arriving = loading
      loading = []
      for (const arrive of arriving) arrive()
    },
    heading,
    click,
    clickRow: (index: number) => click(rowOf(index)),
    async open(selector: string) {
      await click(selector)
      await expect.poll(heading).toBeDefined()
      return heading()
    },
    /** Opens the user in a row of the table. */
    async openRow(index: number) {
      const before = heading()
      await click(rowOf(index))
      await expect.poll(heading).not.toBe(before)
      return heading()
    },
    closePanel: () => click('.roster-panel-bar [aria-label="Close"]'),
    tab: (name: RegExp) => page.getByRole('tab', { name }),
    /** The position in the history, the tab, and what is open there. */
    place() {
      const { tab = 'users', users, invitations } = entries[at] ?? {}
      return [at, tab, users?.openUserId && 'user', invitations?.openInvitationId && 'invitation']
    },
  }
}
