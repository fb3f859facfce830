/// <reference types="vite/client" />
import '../../../src/styles/index.css'
import type { ReactNode } from 'react'
import type { RowSource } from '../../../src/base/row-source.ts'
import type { DataTableColumn } from '../../../src/primitives/data-table/columns/column.ts'
import { DataTable } from '../../../src/primitives/data-table/DataTable.tsx'
import { DataTablePrimary } from '../../../src/primitives/data-table/DataTablePrimary.tsx'
import type { DataTableProps } from '../../../src/primitives/data-table/data-table-props.ts'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'

/** A row of these tests. */
export interface Person {
  id: string
  name: string
  role: string
  team: string
}

/** The person at a place of a list of any length. */
export const person = (index: number): Person => ({
  id: `p${index}`,
  name: `Person ${index}`,
  role: index % 2 ? 'Agent' : 'Admin',
  team: `Team ${index % 7}`,
})

/** A list that is computed, so that a million rows cost nothing. */
export const people = (total: number, at: RowSource<Person>['at'] = person): RowSource<Person> => ({
  total,
  totalIs: 'exact',
  at,
})

export const columns: readonly DataTableColumn<Person>[] = [
  {
    id: 'name',
    header: 'Name',
    primary: true,
    sortable: true,
    cell: (row, { primary, folded }) => (
      <>
        {primary ? <DataTablePrimary {...primary}>{row.name}</DataTablePrimary> : row.name}
        {folded.includes('role') && <span>{row.role}</span>}
      </>
    ),
  },
  { id: 'role', header: 'Role', width: 148, narrowWidth: 92, priority: 1, cell: (row) => row.role },
  {
    id: 'team',
    header: 'Team',
    width: 240,
    priority: 2,
    sortable: true,
    sortFirst: 'descending',
    cell: (row) => row.team,
  },
]

const rowId = (row: Person) => row.id
const rowName = (row: Person) => row.name

/** A place 600 px high, as a page gives it. */
export const Frame = ({ children, width = 900 }: { children: ReactNode; width?: number }) => (
  <RosterUI>
    <div style={{ inlineSize: width, blockSize: 600 }}>{children}</div>
  </RosterUI>
)

/** A table of people, with what every test needs. */
export const PeopleTable = (props: Partial<DataTableProps<Person>>) => (
  <DataTable
    label="People"
    rows={people(1_000)}
    columns={columns}
    rowId={rowId}
    rowName={rowName}
    {...props}
  />
)

/** Elements of the one table on the page. */
export const table = {
  get scroll() {
    return document.querySelector('.roster-table-scroll') as HTMLElement
  },
  get rows() {
    return [...document.querySelectorAll<HTMLElement>('.roster-table-row')]
  },
  row: (index: number) => document.querySelector<HTMLElement>(`tr[aria-rowindex="${index + 2}"]`),
  button: (index: number) => table.row(index)?.querySelector('button') ?? null,
  /** Where the rows begin on the screen, under the head. */
  get top() {
    return document.querySelector('.roster-table-heading')?.getBoundingClientRect().bottom ?? 0
  },
  /** Rows of which more than a pixel is in sight, by position. */
  get seen() {
    const { bottom } = table.scroll.getBoundingClientRect()
    return table.rows
      .filter((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > table.top + 1 && box.top < bottom - 1
      })
      .map((row) => Number(row.getAttribute('aria-rowindex')) - 2)
  },
}

/** Fails unless the rows in sight follow on one another without a gap and fill the table. */
export function seenRows(): number[] {
  const { seen } = table
  const { bottom } = table.scroll.getBoundingClientRect()
  const gaps = seen.filter((row, at) => at > 0 && row !== (seen[at - 1] ?? 0) + 1)
  if (gaps.length > 0) throw new Error(`rows in sight have gaps: ${seen.join(' ')}`)
  const last = table.row(seen.at(-1) ?? -1)?.getBoundingClientRect()
  if (!last || last.bottom < bottom - 1) throw new Error(`rows end above the bottom: ${seen.join(' ')}`)
  return seen
}
