import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { page as browser, cdp } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { team, user } from '../../stories/components/people.ts'
import { aPage } from './a-page.tsx'
import { smallIn } from './small-in.ts'

const touch = (enabled: boolean) =>
  cdp().send('Emulation.setTouchEmulationEnabled', { enabled, maxTouchPoints: enabled ? 5 : 1 })

/** A checkbox is reached anywhere in its cell, and a name anywhere in its row. */
const inRows = '.roster-table-cell :is(input, [data-primary])'

async function anOpenPanel(width: number) {
  const page = await aPage({ width })
  await expect.poll(page.count).toBe('1,204 users')
  page.container.querySelector<HTMLElement>('[aria-rowindex="4"] [data-primary]')?.click()
  await expect.element(page.getByRole('heading', { name: 'Activity' })).toBeVisible()
  await expect.poll(() => document.querySelector('.roster-user-panel .roster-skeleton')).toBeNull()
  return document.querySelector('.roster-user-panel') as HTMLElement
}

describe('the controls of UsersSettings', () => {
  beforeEach(() => browser.viewport(1_280, 720))

  it('are at least 24 pixels wide and high', async () => {
    const page = await aPage({ width: 1_200 })
    await expect.poll(page.count).toBe('1,204 users')
    expect(smallIn(page.container, 24, inRows)).toEqual([])
  })

  it('are as large where a user is in more teams than are shown', async () => {
    const teams = Array.from({ length: 5 }, (_, index) => team(index))
    const { container, getByRole } = await render(
      <RosterUI style={{ inlineSize: 1_200, blockSize: 300 }}>
        <UsersTable users={[user(8, { teams })]} onOpenUser={() => {}} />
      </RosterUI>,
    )
    await expect.element(getByRole('button', { name: /more teams$/ })).toBeVisible()
    expect(smallIn(container, 24, inRows)).toEqual([])
  })
})

describe('the controls of the panel, with a coarse pointer', () => {
  beforeEach(() => touch(true))
  afterEach(() => touch(false))

  it.each([
    [1_280, 1_200],
    [390, 390],
  ])('are at least 44 pixels wide and high in a window of %i pixels', async (windowWidth, width) => {
    await browser.viewport(windowWidth, 844)
    expect(matchMedia('(pointer: coarse)').matches).toBe(true)
    expect(smallIn(await anOpenPanel(width), 44)).toEqual([])
  })
})
