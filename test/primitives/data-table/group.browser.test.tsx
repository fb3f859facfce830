import '../../../src/styles/index.css'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import type { DataTableColumn } from '../../../src/primitives/data-table/columns/column.ts'
import { DataTable } from '../../../src/primitives/data-table/DataTable.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'

interface Word {
  id: string
}

const columns: DataTableColumn<Word>[] = [{ id: 'word', header: 'Word', primary: true, cell: ({ id }) => id }]
const words = Array.from({ length: 400 }, (_, index) => ({ id: `word ${index}` }))
const rowId = ({ id }: Word) => id

const view = (before: number) => (
  <div style={{ blockSize: 400, inlineSize: 600 }}>
    <RosterUI>
      <DataTable
        label="Words"
        rows={words}
        columns={columns}
        rowId={rowId}
        rowName={rowId}
        group={{ before, label: 'Later' }}
      />
    </RosterUI>
  </div>
)

async function aTable(before: number) {
  const screen = await render(view(before))
  const { container } = screen
  const scroll = container.querySelector('.roster-table-scroll') as HTMLElement
  const head = container.querySelector('thead')?.getBoundingClientRect().bottom ?? 0
  const tops = () =>
    [...container.querySelectorAll('.roster-table-row')].map((row) => ({
      index: Number(row.getAttribute('aria-rowindex')) - 2,
      top: row.getBoundingClientRect().top - head + scroll.scrollTop,
    }))
  const heading = () => container.querySelector('.roster-table-group')
  await expect.poll(() => tops().length).toBeGreaterThan(4)
  return { ...screen, scroll, tops, heading }
}

const rowHeight = 52
const groupHeight = 40

describe('a heading between rows', () => {
  it.each([0, 3, 200, 399])(
    'keeps every row in its place wherever the list is scrolled, before row %i',
    async (before) => {
      const { scroll, tops, heading } = await aTable(before)
      expect(scroll.scrollHeight).toBeCloseTo(36 + 400 * rowHeight + groupHeight, 0)
      for (const top of [0, before * rowHeight - 200, before * rowHeight, before * rowHeight + 45, 1e6, 0]) {
        scroll.scrollTop = top
        await expect.poll(() => tops().some((row) => row.top >= scroll.scrollTop)).toBe(true)
        for (const row of tops())
          expect(row.top).toBeCloseTo(row.index * rowHeight + (row.index >= before ? groupHeight : 0), 0)
        const drawn = tops().map(({ index }) => index)
        expect(heading() !== null).toBe(drawn.includes(before))
        if (heading())
          expect(heading()?.nextElementSibling?.getAttribute('aria-rowindex')).toBe(`${before + 2}`)
      }
    },
  )

  it('moves with its row', async () => {
    const { rerender, heading } = await aTable(3)
    expect(heading()?.nextElementSibling?.textContent).toBe('word 3')
    await rerender(view(1))
    expect(heading()?.nextElementSibling?.textContent).toBe('word 1')
    await rerender(view(5))
    expect(heading()?.nextElementSibling?.textContent).toBe('word 5')
  })
})
