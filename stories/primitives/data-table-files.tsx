import type { RowSource } from '../../src/base/row-source.ts'
import { Badge } from '../../src/primitives/badge/Badge.tsx'
import { Chip } from '../../src/primitives/chip/Chip.tsx'
import type { DataTableColumn } from '../../src/primitives/data-table/columns/column.ts'
import { DataTablePrimary } from '../../src/primitives/data-table/DataTablePrimary.tsx'

/** A row of the stories: any list will do, the table knows no user. */
export interface File {
  id: string
  name: string
  owner: string
  labels: string[]
  day: number
  draft?: boolean
}

const names = [
  'Annual report',
  'Brand guide',
  'Contract',
  'Minutes',
  'Offer',
  'Price list',
  'Road map',
  'Survey',
]
const owners = ['Ada', 'Björk', 'Chinua', 'Dolores', 'Émile', 'Fatima', 'Grażyna']
const labels = ['Finance', 'Legal', 'Public', 'Archive', 'Sales']

const pick = (from: readonly string[], at: number) => from[at % from.length] ?? ''

/** The file at a place; every list of files is computed from it. */
export const file = (index: number): File => ({
  id: `file-${index}`,
  name: `${pick(names, index * 5)} ${index + 1}`,
  owner: pick(owners, index * 3),
  labels: [pick(labels, index), pick(labels, index + 2)].slice(0, 1 + (index % 2)),
  day: 1 + (index % 28),
  draft: index % 9 === 4,
})

/** Files that are computed: a million of them cost what ten do. */
export const files = (total: number, at: RowSource<File>['at'] = file): RowSource<File> => ({
  total,
  totalIs: 'exact',
  at,
})

export const fileColumns: readonly DataTableColumn<File>[] = [
  {
    id: 'name',
    header: 'Name',
    primary: true,
    sortable: true,
    cell: (row, { primary, folded }) => (
      <div style={{ display: 'grid' }}>
        <span style={{ display: 'flex', alignItems: 'center', gap: 6, minInlineSize: 0 }}>
          {primary ? (
            <DataTablePrimary {...primary} dir="auto">
              {row.name}
            </DataTablePrimary>
          ) : (
            <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }} dir="auto">
              {row.name}
            </span>
          )}
          {row.draft && <Badge>Draft</Badge>}
        </span>
        {folded.includes('owner') && <span>{row.owner}</span>}
      </div>
    ),
  },
  {
    id: 'owner',
    header: 'Owner',
    width: 148,
    narrowWidth: 92,
    priority: 1,
    sortable: true,
    cell: (row) => row.owner,
  },
  {
    id: 'labels',
    header: 'Labels',
    width: 220,
    priority: 3,
    cell: (row) => (
      <span style={{ display: 'flex', gap: 4 }}>
        {row.labels.map((label) => (
          <Chip key={label}>{label}</Chip>
        ))}
      </span>
    ),
  },
  {
    id: 'day',
    header: 'Changed',
    width: 116,
    priority: 2,
    sortable: true,
    sortFirst: 'descending',
    cell: (row) => `${row.day} March`,
  },
]
