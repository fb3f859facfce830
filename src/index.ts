'use client'

export type { ChangeGroup } from './base/change-group.ts'
export type { LoadedList } from './base/list-state.ts'
export { BulkBar, type BulkBarActions, type BulkBarProps } from './components/bulk-bar/BulkBar.tsx'
export type { BulkBarAction } from './components/bulk-bar/bulk-action.ts'
export { IdleCover, type IdleCoverProps } from './components/idle-logout/IdleCover.tsx'
export { IdleWarning, type IdleWarningProps } from './components/idle-logout/IdleWarning.tsx'
export type { RunningIdleWork } from './components/idle-logout/IdleWorkProgress.tsx'
export {
  DeleteInvitationsDialog,
  type DeleteInvitationsDialogProps,
} from './components/invitations/DeleteInvitationsDialog.tsx'
export { InvitationsTable, type InvitationsTableProps } from './components/invitations/InvitationsTable.tsx'
export {
  InvitationsToolbar,
  type InvitationsToolbarProps,
} from './components/invitations/InvitationsToolbar.tsx'
export type { InvitationsTableColumn } from './components/invitations/invitations-columns.tsx'
export type { InvitationsFilterOption } from './components/invitations/useInvitationsFilters.ts'
export type { AddressActions } from './components/invite-user/AddressReasons.tsx'
export {
  InviteUserDialog,
  type InviteUserDialogProps,
} from './components/invite-user/InviteUserDialog.tsx'
export type {
  InviteDraftGroup,
  InviteFile,
  LeftOutLine,
} from './components/invite-user/invite-draft-group.ts'
export { JoinCompanyView } from './components/join-company/JoinCompanyView.tsx'
export type {
  JoinCompanyActions,
  JoinCompanyViewProps,
  JoinFailure,
} from './components/join-company/join-company-view-props.ts'
export {
  ChangeUsersDialog,
  type ChangeUsersDialogProps,
} from './components/selection-run/ChangeUsersDialog.tsx'
export type { ConfirmRunProps } from './components/selection-run/confirm-run-props.ts'
export {
  DeleteUsersDialog,
  type DeleteUsersDialogProps,
} from './components/selection-run/DeleteUsersDialog.tsx'
export type { FailedRowActions } from './components/selection-run/FailedRows.tsx'
export { PausedBar, type PausedBarProps } from './components/selection-run/PausedBar.tsx'
export type { RecentChangeActions } from './components/selection-run/RecentChange.tsx'
export {
  RecentChangesDialog,
  type RecentChangesDialogProps,
} from './components/selection-run/RecentChangesDialog.tsx'
export { RunDialog, type RunDialogProps } from './components/selection-run/RunDialog.tsx'
export { RunResultDialog, type RunResultDialogProps } from './components/selection-run/RunResultDialog.tsx'
export type { ActionNames, RunView } from './components/selection-run/run-view.ts'
export type { SessionsEndGroup } from './components/user-panel/foot/sessions-end-group.ts'
export type { UserPanelNavigation } from './components/user-panel/frame/navigation.ts'
export type { RoleChangeGroup } from './components/user-panel/role/role-change-group.ts'
export type { PanelViewer } from './components/user-panel/section/panel-viewer.ts'
export type { UserPanelCatalogue } from './components/user-panel/section/user-panel-catalogue.ts'
export type { TeamsChangeGroup } from './components/user-panel/teams/teams-change-group.ts'
export { UserPanel } from './components/user-panel/UserPanel.tsx'
export type { UserPanelSection } from './components/user-panel/UserPanelBody.tsx'
export type { UserPanelProps } from './components/user-panel/user-panel-props.ts'
export { ExportBar, type ExportBarProps, type ExportView } from './components/users-export/ExportBar.tsx'
export type { UsersQuestion } from './components/users-states/question.ts'
export {
  UsersChanges,
  type UsersChangesProps,
} from './components/users-states/UsersChanges.tsx'
export { UsersDenied, type UsersDeniedProps } from './components/users-states/UsersDenied.tsx'
export { UsersEmpty, type UsersEmptyProps } from './components/users-states/UsersEmpty.tsx'
export { UsersError, type UsersErrorProps } from './components/users-states/UsersError.tsx'
export { UsersNoMatch, type UsersNoMatchProps } from './components/users-states/UsersNoMatch.tsx'
export { UsersOffline, type UsersOfflineProps } from './components/users-states/UsersOffline.tsx'
export {
  UsersRateLimited,
  type UsersRateLimitedProps,
} from './components/users-states/UsersRateLimited.tsx'
export { UsersSearching, type UsersSearchingProps } from './components/users-states/UsersSearching.tsx'
export {
  UsersStaleBanner,
  type UsersStaleBannerProps,
} from './components/users-states/UsersStaleBanner.tsx'
export { UsersTable, type UsersTableProps } from './components/users-table/UsersTable.tsx'
export type { UsersTableColumn, UsersTableCustomColumn } from './components/users-table/users-columns.tsx'
export { UsersToolbar, type UsersToolbarProps } from './components/users-toolbar/UsersToolbar.tsx'
export type { UsersFilterOption } from './components/users-toolbar/useUsersFilters.ts'
export * from './headless.ts'
export type { MessageCatalogue } from './messages/define-messages.ts'
export type { Message, MessageTree, MessageTreeOverrides, PluralMessage } from './messages/message.ts'
export type { MessageOverrides } from './messages/overrides.ts'
export type { BulkAction, BulkActionInput } from './page/bulk/bulk-action.ts'
export { IdleLogoutGuard, type IdleLogoutGuardProps } from './page/idle-logout/IdleLogoutGuard.tsx'
export { InviteUserButton, type InviteUserButtonProps } from './page/invite/InviteUserButton.tsx'
export { JoinCompany, type JoinCompanyProps } from './page/JoinCompany.tsx'
export { RosterProvider, type RosterProviderProps } from './page/RosterProvider.tsx'
export type { UsersSettingsTab, UsersSettingsView, UsersSettingsViewChange } from './page/settings-view.ts'
export { UsersSettings } from './page/UsersSettings.tsx'
export type { UsersSettingsProps } from './page/users-settings-props.ts'
export { Avatar, type AvatarProps } from './primitives/avatar/Avatar.tsx'
export { Badge, type BadgeProps } from './primitives/badge/Badge.tsx'
export { Button, type ButtonProps } from './primitives/button/Button.tsx'
export { Chip, type ChipProps } from './primitives/chip/Chip.tsx'
export { ConfirmDialog, type ConfirmDialogProps } from './primitives/confirm-dialog/ConfirmDialog.tsx'
export type { FocusedRowChange } from './primitives/data-table/focus/useFocusedRow.ts'
export type { DataTableActions } from './primitives/data-table/useTableActions.ts'
export type { IconName } from './primitives/icon/drawings.ts'
export { RelativeTime, type RelativeTimeProps } from './primitives/relative-time/RelativeTime.tsx'
export { RosterUI, type RosterUIProps } from './primitives/roster-ui/RosterUI.tsx'
export type { Brand } from './primitives/roster-ui/useBrand.ts'
export { useNotices } from './primitives/roster-ui/useNotices.ts'
export { Toaster, type ToasterProps } from './primitives/toaster/Toaster.tsx'
