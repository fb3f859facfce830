import type { RefObject } from 'react'
import type { Role } from '../../contract/roles.ts'
import type { WholeListResult } from '../../hooks/list-result.ts'
import type { UsersListResult } from '../../hooks/useUsersList.ts'
import type { UseViewerResult } from '../../hooks/useViewer.ts'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import type { PageSlots } from '../list/page-slots.ts'
import type { BulkAction } from './bulk-action.ts'
import type { Requested } from './useRequested.ts'

/** What the bar, its dialogs and its runs need from the page. */
export interface BulkProps extends Requested {
  users: UsersListResult
  viewer: UseViewerResult
  roles: WholeListResult<Role>
  page: RefObject<HTMLElement | null>
  table: RefObject<DataTableActions | null>
  bulkActions: readonly BulkAction[] | undefined
  /** The places of the page. */
  slots: PageSlots
  /** Whether *Recent changes* is open. */
  showsRecent: boolean
  onShowsRecentChange: (shows: boolean) => void
  /** Called with the text that the menu shows beside *Recent changes*. */
  onRecentNoteChange: (note: string | undefined) => void
  /** Opens a user's panel on its tab. */
  openUser: (id: string) => void
  /** Opens an invitation on its tab. */
  openInvitation: (id: string) => void
}
