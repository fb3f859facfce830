import { useCallback } from 'react'
import type { UsersTableCustomColumn } from '../../components/users-table/users-columns.tsx'
import type { UsersQuery } from '../../contract/users-query.ts'
import { usersExportMessages } from '../../messages/users-export.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { ExportColumnsOptions } from './export-columns.ts'
import type { AskedExport } from './export-request.ts'
import { askSaveTarget } from './save-target.ts'

interface AskExportOptions extends Pick<ExportColumnsOptions, 'hiddenColumns' | 'columnOrder'> {
  /** The query of the list. */
  query: UsersQuery
  customColumns: readonly UsersTableCustomColumn[] | undefined
  onExport: (asked: AskedExport) => void
}

const noColumns: readonly UsersTableCustomColumn[] = []

/** Returns a function that opens the dialog for saving a file, and then exports the list. Call it inside a click. */
export function useAskExport(options: AskExportOptions): () => void {
  const { query, hiddenColumns, columnOrder, customColumns = noColumns, onExport } = options
  const t = useMessages(usersExportMessages)
  const headers = useMessages(usersTableMessages).columns
  return useCallback(() => {
    const fileName = `${t.fileName}.csv`
    const columns = { headers, names: t.columns, customColumns, hiddenColumns, columnOrder }
    onExport({ query, columns, fileName, target: askSaveTarget(fileName) })
  }, [query, hiddenColumns, columnOrder, customColumns, onExport, headers, t])
}
