import type { UsersQuery } from '../../contract/users-query.ts'
import type { ExportColumnsOptions } from './export-columns.ts'
import type { SaveTarget } from './save-target.ts'

/** An export that the person has started, and where its file is saved. */
export interface AskedExport {
  /** The query of the list. */
  query: UsersQuery
  /** The columns of the table at the time of the click. */
  columns: ExportColumnsOptions
  fileName: string
  target: Promise<SaveTarget>
}
