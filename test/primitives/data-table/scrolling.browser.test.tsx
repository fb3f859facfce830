import { beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Frame, PeopleTable, people, seenRows, table } from './people.tsx'

const million = people(1_000_000)
const nextFrame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))

/** Offset of the list, in pixels, read from the rows: their place on the screen is the truth. */
function offset() {
  const first = table.seen[0] ?? 0
  return first * 52 + table.top - (table.row(first)?.getBoundingClientRect().top ?? 0)
}

async function centre() {
  const box = table.scroll.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect()
  return { x: (frame?.left ?? 0) + box.left + box.width / 2, y: (frame?.top ?? 0) + box.top + box.height / 2 }
}

async function wheel(deltaY: number) {
  await cdp().send('Input.dispatchMouseEvent', { type: 'mouseWheel', deltaX: 0, deltaY, ...(await centre()) })
}

async function swipe(distance: number) {
  const { x, y } = await centre()
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    cdp().send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', [{ x, y }])
  for (let way = 0; way <= distance; way += 10) await touch('touchMove', [{ x, y: y - way }])
  // A finger that rests before it lifts throws nothing.
  await new Promise((done) => setTimeout(done, 150))
  await touch('touchMove', [{ x, y: y - distance }])
  await touch('touchEnd', [])
}

const still = async () => {
  let last = Number.NaN
  await expect
    .poll(
      () => {
        const same = offset() === last
        last = offset()
        return same
      },
      { interval: 60 },
    )
    .toBe(true)
}

const scrolled = (element: Element) =>
  new Promise((done) => element.addEventListener('scroll', done, { once: true }))

async function thumbTo(top: number) {
  table.scroll.scrollTop = top
  await nextFrame()
}

const mount = (rows = million) =>
  render(
    <Frame>
      <PeopleTable rows={rows} onActivate={() => undefined} />
    </Frame>,
  )

beforeEach(() => page.viewport(1_000, 700))

describe('onRangeChange', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    return () => void vi.useRealTimers()
  })

  async function reported(steps: readonly number[]) {
    const starts: number[] = []
    await render(
      <Frame>
        <PeopleTable rows={million} onRangeChange={({ start }) => starts.push(start)} />
      </Frame>,
    )
    await expect.poll(() => starts).toEqual([0])
    for (const top of steps) {
      const hasScrolled = scrolled(table.scroll)
      table.scroll.scrollTop = top
      await hasScrolled
    }
    return starts
  }

  it('is called for the first jump of a fling and for where it ends, not for the rows that fly by', async () => {
    const starts = await reported([1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000])
    expect(starts).toHaveLength(2)
    vi.advanceTimersByTime(100)
    expect(starts).toHaveLength(3)
    expect(starts[2]).toBe(table.seen[0])
  })

  it('is called for each row that comes into view while the list scrolls step by step', async () => {
    expect(await reported([52, 104, 156, 208, 260])).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('is called after a jump although the list scrolls on', async () => {
    const starts = await reported([1_000_000, 1_000_052])
    expect(starts).toHaveLength(2)
    vi.advanceTimersByTime(100)
    expect(starts[2]).toBe(table.seen[0])
  })
})

describe('DataTable over a million rows', () => {
  it('has a true scrollbar within what a browser can hold', async () => {
    await mount()
    await expect.poll(() => table.scroll.scrollHeight).toBe(8_000_036)
    expect(document.querySelector('table')?.getAttribute('aria-rowcount')).toBe('1000001')
  })

  it('draws no more than the visible rows and twelve', async () => {
    await mount()
    for (const share of [0, 0.001, 0.3, 0.5, 0.9, 1]) {
      await thumbTo(share * 8_000_000)
      expect(table.rows.length).toBeLessThanOrEqual(seenRows().length + 12)
    }
  })

  it('takes the thumb to its share, and to the last row', async () => {
    await mount()
    await thumbTo((8_000_036 - 600) / 2)
    expect(seenRows()[0]).toBeGreaterThan(499_900)
    expect(seenRows()[0]).toBeLessThan(500_100)
    await thumbTo(8_000_000)
    expect(seenRows().at(-1)).toBe(999_999)
    await thumbTo(0)
    expect(seenRows()[0]).toBe(0)
  })

  it('moves the list as far as the wheel turns, in the middle of the list too', async () => {
    await mount()
    await thumbTo(3_000_000)
    await still()
    const before = offset()
    for (let turn = 0; turn < 5; turn += 1) {
      await wheel(120)
      await nextFrame()
    }
    await still()
    expect(offset() - before).toBeCloseTo(600, 0)
    expect(seenRows().length).toBeGreaterThan(10)
  })

  it('moves the list as far as the finger', async () => {
    await mount()
    await thumbTo(5_000_000)
    await still()
    const before = offset()
    await swipe(250)
    await still()
    // A browser keeps the first few pixels of a touch to tell a swipe from a tap.
    expect(offset() - before).toBeGreaterThan(220)
    expect(offset() - before).toBeLessThan(270)
  })

  it('puts the thumb back to its true place when scrolling rests, and the rows stay', async () => {
    await mount()
    await thumbTo(4_000_000)
    await still()
    const before = offset()
    const top = table.scroll.scrollTop
    for (let turn = 0; turn < 10; turn += 1) await thumbTo(table.scroll.scrollTop + 500)
    await expect.poll(() => table.scroll.scrollTop - top).toBeLessThan((offset() - before) / 4)
    expect(offset() - before).toBeCloseTo(5_000, 0)
    seenRows()
  })

  it('loses no scroll whose event had not come when the thumb was put back', async () => {
    await mount()
    await thumbTo(4_000_000)
    await still()
    const before = offset()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      table.scroll.scrollTop += 500
      await scrolled(table.scroll)
      table.scroll.scrollTop += 100
      vi.advanceTimersByTime(1_000)
    } finally {
      vi.useRealTimers()
    }
    await still()
    expect(offset() - before).toBeCloseTo(600, 0)
  })

  it('reaches the last row with only the wheel', async () => {
    await mount()
    await thumbTo(8_000_000 - 12_000)
    for (let turn = 0; turn < 60 && seenRows().at(-1) !== 999_999; turn += 1) {
      await wheel(1_000)
      await nextFrame()
    }
    await still()
    expect(seenRows().at(-1)).toBe(999_999)
  })

  it('reaches every row by key', async () => {
    await mount()
    table.button(0)?.focus()
    await userEvent.keyboard('{End}')
    expect(document.activeElement?.textContent).toBe('Person 999999')
    expect(seenRows().at(-1)).toBe(999_999)
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{PageUp}')
    expect(document.activeElement?.textContent).toBe('Person 999988')
    await thumbTo(4_000_000)
    const [, , third] = seenRows()
    table.button(third ?? 0)?.focus()
    for (let step = 1; step <= 40; step += 1) {
      await userEvent.keyboard('{ArrowDown}')
      expect(document.activeElement?.textContent).toBe(`Person ${(third ?? 0) + step}`)
      expect(seenRows()).toContain((third ?? 0) + step)
    }
    await userEvent.keyboard('{Home}')
    expect(document.activeElement?.textContent).toBe('Person 0')
    expect(seenRows()[0]).toBe(0)
  })
})

describe('DataTable and owners that are wrong', () => {
  it('stays whole when the list shrinks under the person', async () => {
    const screen = await mount()
    await thumbTo(8_000_000)
    for (const total of [999_000, 5_000, 30, 3, 0, 1_000_000]) {
      await screen.rerender(
        <Frame>
          <PeopleTable rows={people(total)} onActivate={() => undefined} />
        </Frame>,
      )
      await nextFrame()
      await nextFrame()
      if (total > 20) expect(seenRows().length).toBeGreaterThan(9)
      expect(table.rows.length).toBeLessThanOrEqual(Math.min(total, 24))
    }
  })

  it.each([Number.NaN, -3, 2.5, Infinity])('draws a total of %s', async (total) => {
    await mount(people(total))
    expect(table.rows.length).toBe(total === 2.5 ? 2 : 0)
  })

  it('keeps rows of one height whatever a cell holds', async () => {
    const tall = {
      id: 'tall',
      header: 'Tall',
      cell: () => (
        <div>
          one
          <br />
          two
          <br />
          three
          <br />
          four
        </div>
      ),
    }
    await render(
      <Frame>
        <PeopleTable
          columns={[{ id: 'name', header: 'Name', primary: true, cell: (row) => row.name.repeat(40) }, tall]}
        />
      </Frame>,
    )
    for (const row of table.rows) expect(row.getBoundingClientRect().height).toBe(52)
  })

  it('draws a row that is answered twice, twice', async () => {
    await mount(people(20, () => ({ id: 'same', name: 'Same', role: 'Agent', team: 'A' })))
    expect(table.rows.length).toBeGreaterThan(10)
  })
})
