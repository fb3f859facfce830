import { useEffect, useState } from 'react'
import { UsersTableOutline } from '../components/users-table/UsersTableOutline.tsx'
import { useLater } from '../primitives/later/useLater.ts'
import type { SelectingTableProps } from './bulk/SelectingTable.tsx'
import { usersTable } from './users-table.ts'

interface LaterTableProps extends SelectingTableProps {
  /** Whether there are rows or placeholders to show. */
  shows: boolean
}

/**
 * The table of users, or its outline while the code for it is loading. The first table begins with its rows if they come
 * before the next frame, since nobody would see its placeholders.
 */
export function LaterTable({ shows, ...props }: LaterTableProps) {
  const Table = useLater(usersTable)
  const [begins, setBegins] = useState(false)
  if (!props.loading && !begins) setBegins(true)
  useEffect(() => {
    if (!begins) requestAnimationFrame(() => setBegins(true))
  }, [begins])
  if (!shows) return null
  return Table && begins ? <Table {...props} /> : <UsersTableOutline />
}
