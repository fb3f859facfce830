import { useReducer } from 'react'
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { UsersSettingsView } from '../../src/page/settings-view.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'

it('two pages in one address: Close closes its own panel, and not the one that was opened after it', async () => {
  await page.viewport(1_280, 1_000)
  const stack = await aStack()
  const entries: UsersSettingsView[][] = [[{}, {}]]
  let at = 0
  function Host() {
    const [, again] = useReducer((count: number) => count + 1, 0)
    return (
      <stack.Provider>
        <RosterUI timeZone="UTC">
          {[0, 1].map((which) => (
            <div key={which} style={{ inlineSize: 1_200, blockSize: 480 }}>
              <UsersSettings
                view={entries[at]?.[which] ?? {}}
                onViewChange={(next, { history }) => {
                  const views = (entries[at] ?? []).with(which, next)
                  if (history === 'push') at += 1
                  if (history === 'back') at -= 1
                  else entries.splice(at, history === 'push' ? entries.length : 1, views)
                  again()
                }}
              />
            </div>
          ))}
        </RosterUI>
      </stack.Provider>
    )
  }
  const { container } = await render(<Host />)
  const settings = [...container.querySelectorAll('.roster-users-settings')]
  const names = () => settings.map((one) => one.querySelector('.roster-panel-name')?.textContent)
  const open = async (which: number, row: number) => {
    const button = () =>
      settings[which]?.querySelector<HTMLElement>(`[aria-rowindex="${row}"] [data-primary]`)
    await expect.poll(button).toBeTruthy()
    button()?.click()
    await expect.poll(() => names()[which]).toBeDefined()
  }
  await open(0, 3)
  await open(1, 4)
  const [, second] = names()
  settings[0]?.querySelector<HTMLElement>('.roster-panel-bar [aria-label="Close"]')?.click()
  await expect.poll(names).toEqual([undefined, second])
  settings[1]?.querySelector<HTMLElement>('.roster-panel-bar [aria-label="Close"]')?.click()
  await expect.poll(names).toEqual([undefined, undefined])
})
