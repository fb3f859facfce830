import { UsersTableOutline } from '../components/users-table/UsersTableOutline.tsx'
import { useLater } from '../primitives/later/useLater.ts'
import type { SelectingTableProps } from './bulk/SelectingTable.tsx'
import { usersTable } from './users-table.ts'

/** The table of users, or its outline while the code for it is loading. */
export function LaterTable(props: SelectingTableProps) {
  const Table = useLater(usersTable)
  return Table ? <Table {...props} /> : <UsersTableOutline />
}
