import type { UsersTableCustomColumn } from '../../components/users-table/users-columns.tsx'
import type { UsersListResult } from '../../hooks/useUsersList.ts'
import { usersExportMessages } from '../../messages/users-export.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { UsersViewState } from '../../state/users/users-view.ts'
import { exportColumns } from './export-columns.ts'
import type { AskedExport } from './export-request.ts'
import { askSaveTarget } from './save-target.ts'

interface AskExportOptions {
  users: UsersListResult
  shown: UsersViewState
  customColumns: readonly UsersTableCustomColumn[] | undefined
  onExport: (asked: AskedExport) => void
}

const hiddenByDefault: readonly string[] = ['joined']

/** Returns a function that opens the dialog for saving a file, and then exports the list. Call it inside a click. */
export function useAskExport({ users, shown, customColumns = [], onExport }: AskExportOptions): () => void {
  const t = useMessages(usersExportMessages)
  const headers = useMessages(usersTableMessages).columns
  return () => {
    const fileName = `${t.fileName}.csv`
    const { hiddenColumns = hiddenByDefault, columnOrder } = shown
    const columns = exportColumns({ headers, names: t.columns, customColumns, hiddenColumns, columnOrder })
    onExport({ request: { query: users.query, columns }, fileName, target: askSaveTarget(fileName) })
  }
}
