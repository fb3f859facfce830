import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Frame, PeopleTable, people, table } from './people.tsx'

const medium = (media: string) => cdp().send('Emulation.setEmulatedMedia', { media })

beforeEach(async () => {
  await page.viewport(1_000, 500)
  await medium('print')
})
afterEach(() => medium(''))

const printed = () => {
  window.dispatchEvent(new Event('beforeprint'))
  const rows = [...table.scroll.querySelectorAll('.roster-table-row:not([data-unseen])')]
  window.dispatchEvent(new Event('afterprint'))
  return rows.map((row) => Number(row.getAttribute('aria-rowindex')) - 2)
}

const hiddenHeight = () => table.scroll.scrollHeight - table.scroll.clientHeight

describe('DataTable in print', () => {
  it('holds the whole page of `paging="pages"`, without a place that scrolls', async () => {
    await render(
      <Frame>
        <PeopleTable rows={people(200)} paging="pages" defaultPage={2} defaultPageSize={30} />
      </Frame>,
    )
    await expect.poll(printed).toEqual(Array.from({ length: 30 }, (_, index) => 30 + index))
    expect(hiddenHeight()).toBe(0)
    await expect.element(page.getByRole('navigation')).not.toBeInTheDocument()
  })

  it('holds the rows in view of a list that scrolls', async () => {
    await medium('')
    await render(
      <Frame>
        <PeopleTable rows={people(1_000_000)} />
      </Frame>,
    )
    await expect.poll(() => printed().length).toBeGreaterThan(2)
    table.scroll.scrollTop = 5_200
    await expect.poll(() => printed()[0]).toBe(100)
    const seen = printed().length
    await medium('print')
    window.dispatchEvent(new Event('beforeprint'))
    expect(hiddenHeight()).toBe(0)
    expect(table.scroll.clientHeight).toBeLessThan((seen + 3) * 60)
    window.dispatchEvent(new Event('afterprint'))
  })
})
