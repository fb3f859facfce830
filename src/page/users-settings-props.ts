import type { ComponentPropsWithoutRef } from 'react'
import type { UserPanelSection } from '../components/user-panel/UserPanelBody.tsx'
import type { UsersTableCustomColumn } from '../components/users-table/users-columns.tsx'
import type { User } from '../contract/users.ts'
import type { BulkAction } from './bulk/bulk-action.ts'
import type { SettingsViewControl } from './useSettingsView.ts'

/** Props of `UsersSettings`. Other props are passed to its root element. */
export interface UsersSettingsProps
  extends Omit<ComponentPropsWithoutRef<'section'>, 'children' | 'title'>,
    SettingsViewControl {
  /** Called when a user is opened, instead of showing our panel. `view.users.openUserId` marks the row. */
  onOpenUser?: ((user: User) => void) | undefined
  /** Asks someone for the permission that the viewer lacks. Omit it and its button isn't rendered. */
  onRequestAccess?: (() => void) | undefined
  /** Your own columns. Keep the array stable. */
  customColumns?: readonly UsersTableCustomColumn[]
  /** Your own actions for many users, in the bar of a selection. */
  bulkActions?: readonly BulkAction[]
  /** Your own sections of the user's panel. */
  panelSections?: readonly UserPanelSection[]
}
