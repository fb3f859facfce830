import { Profiler } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { selectNone } from '../../src/base/selection.ts'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { usersTable } from '../../src/page/users-table.ts'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { useRosterUI } from '../../src/primitives/roster-ui/RosterUIContext.ts'
import { columns, Frame, PeopleTable, person, table } from '../primitives/data-table/people.tsx'
import { aPage } from './a-page.tsx'
import { aPort } from './a-port.tsx'

beforeEach(() => page.viewport(1_280, 900))

describe('the cost of the page', () => {
  it('is at most 300 elements with 13 rows, each with its checkbox', async () => {
    const screen = await aPage({ width: 1_200 })
    await expect.poll(screen.count).toBe('1,204 users')
    await expect.poll(() => screen.container.querySelector('.roster-page-dock')).not.toBeNull()
    const rows = [...screen.container.querySelectorAll('.roster-table-row')]
    const others =
      screen.container.querySelectorAll('*').length - rows.reduce((sum, row) => sum + size(row), 0)
    const largest = rows.map(size).sort((a, b) => b - a)
    const average = largest.reduce((sum, row) => sum + row, 0) / largest.length
    expect(rows.length).toBeGreaterThan(8)
    expect(others + 13 * average).toBeLessThanOrEqual(300)
  })
})

const size = (row: Element) => 1 + row.querySelectorAll('*').length

describe('a mount', () => {
  it('renders what is below RosterUI once', async () => {
    let renders = 0
    function Part() {
      useRosterUI()
      renders += 1
      return null
    }
    await render(
      <RosterUI>
        <Part />
      </RosterUI>,
    )
    expect(renders).toBe(1)
  })

  it('draws each row in view once, and none before the height is known', async () => {
    const drawn: string[] = []
    let commits = 0
    const onRender = () => {
      commits += 1
    }
    const counted = columns.map((column) => ({
      ...column,
      cell: (...[row, cell]: Parameters<typeof column.cell>) => {
        if (column.primary) drawn.push(row.id)
        return column.cell(row, cell)
      },
    }))
    await render(
      <Frame>
        <Profiler id="table" onRender={onRender}>
          <PeopleTable columns={counted} />
        </Profiler>
      </Frame>,
    )
    expect(new Set(drawn).size).toBe(drawn.length)
    expect(drawn).toHaveLength(table.rows.length)
    expect(commits).toBeLessThanOrEqual(3)
  })

  it('lays no row out while React commits, since another may replace it in the same frame', async () => {
    const asked = vi.spyOn(window, 'getComputedStyle')
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    onTestFinished(() => {
      asked.mockRestore()
      root.unmount()
      place.remove()
    })
    const rowsAsked = () => asked.mock.calls.filter(([element]) => element instanceof HTMLTableRowElement)
    flushSync(() =>
      root.render(
        <Frame>
          <PeopleTable />
        </Frame>,
      ),
    )
    expect(table.rows.length).toBeGreaterThan(8)
    expect(rowsAsked()).toEqual([])
    await expect.poll(rowsAsked).not.toEqual([])
  })

  it('renders no row of placeholders on a page whose rows come before the next frame', async () => {
    await usersTable.load()
    const { place, nextFrame, placeholders } = aPageBeforeItsFirstFrame(aPort({}))
    await expect.poll(() => place.querySelectorAll('.roster-user-name').length).toBe(2)
    nextFrame()
    expect(placeholders()).toBe(0)
  })

  it('renders rows of placeholders after the next frame if no rows have come', async () => {
    await usersTable.load()
    const { nextFrame, placeholders } = aPageBeforeItsFirstFrame(
      aPort({ users: { list: () => new Promise(() => undefined) } }),
    )
    expect(placeholders()).toBe(0)
    nextFrame()
    await expect.poll(placeholders).toBeGreaterThan(8)
  })
})

/** A page that was just mounted, and how many rows of placeholders were ever on it. */
function aPageBeforeItsFirstFrame(api: RosterApi) {
  const frames: FrameRequestCallback[] = []
  const asked = vi.spyOn(window, 'requestAnimationFrame').mockImplementation((frame) => frames.push(frame))
  const place = document.body.appendChild(document.createElement('div'))
  const root = createRoot(place)
  let rows = 0
  const count = (records: MutationRecord[]) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element) rows += node.querySelectorAll('.roster-table-row[data-loading]').length
  }
  const observer = new MutationObserver(count)
  observer.observe(place, { childList: true, subtree: true })
  onTestFinished(() => {
    asked.mockRestore()
    observer.disconnect()
    root.unmount()
    place.remove()
  })
  flushSync(() =>
    root.render(
      <RosterProvider api={api} timeZone="UTC">
        <div style={{ inlineSize: 1_200, blockSize: 860 }}>
          <UsersSettings />
        </div>
      </RosterProvider>,
    ),
  )
  return {
    place,
    nextFrame() {
      for (const frame of frames.splice(0)) frame(performance.now())
    },
    placeholders() {
      count(observer.takeRecords())
      return rows
    },
  }
}

describe('a toggle of a row', () => {
  it('renders no cell, neither of that row nor of another', async () => {
    let cells = 0
    const counted = columns.map((column) => ({
      ...column,
      cell: (...[row, cell]: Parameters<typeof column.cell>) => {
        cells += 1
        return column.cell(row, cell)
      },
    }))
    const screen = await render(
      <Frame>
        <PeopleTable rows={[1, 2, 3].map(person)} columns={counted} defaultSelection={selectNone} />
      </Frame>,
    )
    const check = screen.getByRole('checkbox', { name: 'Select Person 3' })
    await expect.element(check).toBeInTheDocument()
    cells = 0
    const input = check.element()
    if (input instanceof HTMLElement) input.click()
    await expect.element(check).toBeChecked()
    expect(cells).toBe(0)
  })

  it('changes no property that everything in its cells inherits', async () => {
    const screen = await render(
      <Frame>
        <PeopleTable
          rows={[1, 2, 3].map(person)}
          defaultSelection={selectNone}
          onActivate={() => undefined}
        />
      </Frame>,
    )
    const name = screen.getByRole('button', { name: 'Person 3' })
    await expect.element(name).toBeInTheDocument()
    const style = () =>
      [...name.element().computedStyleMap()].map(([property, value]) => `${property}: ${value}`)
    const before = style()
    const check = screen.getByRole('checkbox', { name: 'Select Person 3' })
    const input = check.element()
    if (input instanceof HTMLElement) input.click()
    await expect.element(check).toBeChecked()
    expect(style()).toEqual(before)
  })
})

describe('the placeholders of a table', () => {
  const withMotion = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })

  beforeEach(async () => {
    await withMotion('no-preference')
    return async () => void (await withMotion('reduce'))
  })

  it('share one animation for each row', async () => {
    await render(
      <Frame>
        <UsersTable users={[]} loading onOpenUser={() => undefined} />
      </Frame>,
    )
    await expect.poll(() => table.rows.length).toBeGreaterThan(8)
    const breathing = document
      .getAnimations()
      .filter(
        (animation) => animation instanceof CSSAnimation && animation.animationName === 'roster-breathe',
      )
    expect(breathing).toHaveLength(table.rows.length)
  })
})

describe('a jump to other rows', () => {
  it('reuses the elements of the rows, and moves none of them', async () => {
    await render(
      <Frame>
        <PeopleTable />
      </Frame>,
    )
    const body = document.querySelector('.roster-table-body')
    const scroll = document.querySelector('.roster-table-scroll')
    if (!body || !scroll) throw new Error('No table')
    scroll.scrollTop = 1_040
    await expect.poll(() => body.querySelector('[aria-rowindex="22"]')).not.toBe(null)
    const before = new Set(body.children)
    const observer = new MutationObserver(() => undefined)
    observer.observe(body, { childList: true })
    scroll.scrollTop = 2_600
    await expect.poll(() => body.querySelector('[aria-rowindex="52"]')).not.toBe(null)
    expect(observer.takeRecords()).toEqual([])
    expect(new Set(body.children)).toEqual(before)
    observer.disconnect()
  })
})
