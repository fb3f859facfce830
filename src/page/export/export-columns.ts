import type { UsersTableCustomColumn } from '../../components/users-table/users-columns.tsx'
import type { ExportColumn } from '../../contract/exports.ts'

/** The columns of the table, and how the person has arranged them. */
export interface ExportColumnsOptions {
  /** The headings of our own columns. */
  headers: Readonly<Record<'role' | 'teams' | 'lastActive' | 'joined', string>>
  /** The headings of the two columns for the user. */
  names: Readonly<Record<'name' | 'email', string>>
  customColumns: readonly UsersTableCustomColumn[]
  hiddenColumns: readonly string[]
  columnOrder: readonly string[] | undefined
}

/**
 * The columns of the file: those of the table, in its order. Columns that are hidden because there is no room are in it
 * too.
 */
export function exportColumns(options: ExportColumnsOptions): ExportColumn[] {
  const { headers, names, customColumns, hiddenColumns, columnOrder = [] } = options
  const columns: ExportColumn[] = [
    { id: 'role', label: headers.role },
    { id: 'teams', label: headers.teams },
    ...customColumns.map(({ id, header }) => ({ id, label: header })),
    { id: 'lastActive', label: headers.lastActive },
    { id: 'joined', label: headers.joined },
  ]
  const place = (id: string) => {
    const index = columnOrder.indexOf(id)
    return index < 0 ? columnOrder.length : index
  }
  const own = new Set(customColumns.map(({ id }) => id))
  const shown = columns
    .filter(({ id }) => !hiddenColumns.includes(id))
    .toSorted((a, b) => place(a.id) - place(b.id))
    .map(({ id, label }) => ({ id: own.has(id) ? `custom.${id}` : id, label }))
  return [{ id: 'name', label: names.name }, { id: 'email', label: names.email }, ...shown]
}
