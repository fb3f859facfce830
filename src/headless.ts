'use client'

export type { Failure } from './base/failure.ts'
export type { InviteAddress, InviteAddressState } from './base/invite-address.ts'
export type { RowRange } from './base/row-range.ts'
export { isUnreadable, type RowSource, type Unreadable } from './base/row-source.ts'
export type { SaveState } from './base/save-state.ts'
export {
  type Selection,
  type SelectionJSON,
  selectAll,
  selectionFrom,
  selectNone,
} from './base/selection.ts'
export type { ApiError } from './client/api-error.ts'
export type { JoinApi } from './client/join-api.ts'
export type { RosterApi } from './client/roster-api.ts'
export type { Action } from './contract/actions.ts'
export type { ActivityEntry } from './contract/activity.ts'
export type { Hold, HoldRequest, Idle, IdleLogoutPolicy, IdleLogoutSettings } from './contract/idle-logout.ts'
export type { Delivery, Invitation, InvitationStatus } from './contract/invitations.ts'
export type { InvitationsFilters, InvitationsQuery, InvitationsSort } from './contract/invitations-query.ts'
export { type InvitationsViewJSON, parseInvitationsViewJSON } from './contract/invitations-view-json.ts'
export type { RoleConflict } from './contract/roles.ts'
export type { EndedSessions, TeamsChange } from './contract/user-writes.ts'
export type { User } from './contract/users.ts'
export type { UsersFilters, UsersQuery, UsersSort } from './contract/users-query.ts'
export { parseUsersViewJSON, type UsersDensity, type UsersViewJSON } from './contract/users-view-json.ts'
export type { ListDensity } from './contract/view-json-parts.ts'
export type { ListResult, WholeListResult } from './hooks/list-result.ts'
export { RosterData, type RosterDataProps } from './hooks/RosterData.tsx'
export { useIdleCountdown } from './hooks/useIdleCountdown.ts'
export type { UseIdleOptions } from './hooks/useIdleEngine.ts'
export { type UseIdleLogoutResult, useIdleLogout } from './hooks/useIdleLogout.ts'
export { type UseIdleLogoutPolicyResult, useIdleLogoutPolicy } from './hooks/useIdleLogoutPolicy.ts'
export {
  type InvitationDelete,
  type InvitationRoleChange,
  type InvitationSending,
  type InvitationTeamsChange,
  type UseInvitationResult,
  useInvitation,
} from './hooks/useInvitation.ts'
export { useInvitationActivity } from './hooks/useInvitationActivity.ts'
export { type UseInvitationSettingsResult, useInvitationSettings } from './hooks/useInvitationSettings.ts'
export {
  type UseInvitationsOptions,
  type UseInvitationsResult,
  useInvitations,
} from './hooks/useInvitations.ts'
export { type InviteDraftResult, useInviteDraft } from './hooks/useInviteDraft.ts'
export { type UseJoinOptions, type UseJoinResult, useJoin } from './hooks/useJoin.ts'
export { usePermissions } from './hooks/usePermissions.ts'
export { type UseRecentChangesResult, useRecentChanges } from './hooks/useRecentChanges.ts'
export { useRoles } from './hooks/useRoles.ts'
export { useRosterData } from './hooks/useRosterData.ts'
export { useSelectionRows } from './hooks/useSelectionRows.ts'
export { useSelectionRun } from './hooks/useSelectionRun.ts'
export { type UseSelectionRunsResult, useSelectionRuns } from './hooks/useSelectionRuns.ts'
export { useTeams } from './hooks/useTeams.ts'
export {
  type UserChangeState,
  type UserDelete,
  type UserRoleChange,
  type UserSessionsEnd,
  type UserTeamsChange,
  type UseUserResult,
  useUser,
} from './hooks/useUser.ts'
export { useUserActivity } from './hooks/useUserActivity.ts'
export { type UseUsersOptions, type UseUsersResult, useUsers } from './hooks/useUsers.ts'
export { type UseUsersExportResult, useUsersExport } from './hooks/useUsersExport.ts'
export { type UseViewerResult, useViewer } from './hooks/useViewer.ts'
export type { CsvColumn, CsvFile, CsvRow } from './state/addresses/csv-file.ts'
export type { TextEncoding } from './state/addresses/decode-text.ts'
export type { NamedLine } from './state/addresses/named-line.ts'
export type {
  AnswerFault,
  ListName,
  RequestContext,
  ResourceName,
  RosterDataEvent,
} from './state/core/data-event.ts'
export type { Outcome } from './state/core/outcome.ts'
export type { Channel, ChannelSource } from './state/environment/channel-source.ts'
export type { Clock } from './state/environment/clock.ts'
export type { FocusSource } from './state/environment/focus-source.ts'
export type { LockSource } from './state/environment/lock-source.ts'
export type { OnlineSource } from './state/environment/online-source.ts'
export type { RosterEnvironment } from './state/environment/roster-environment.ts'
export type { StorageArea } from './state/environment/storage-area.ts'
export type { VisibilitySource } from './state/environment/visibility-source.ts'
export type { ExportProgress, FileSink } from './state/export/export-users.ts'
export {
  type AcceptIdleActivityOptions,
  acceptIdleActivity,
  type SendIdleActivityOptions,
  sendIdleActivity,
} from './state/idle/idle-bridge.ts'
export type { IdleEngine, IdleEngineOptions, IdleHold } from './state/idle/idle-engine.ts'
export type { EventSource, IdleEnvironment } from './state/idle/idle-environment.ts'
export type { IdleCall, IdlePort } from './state/idle/idle-port.ts'
export type { EndReason, IdlePhase, IdlePolicy, IdleState, IdleWork } from './state/idle/idle-state.ts'
export { type OpenIdleEngine, openIdleEngine } from './state/idle/open-idle-engine.ts'
export type {
  InvitationChangeWrite,
  InviteFailure,
  InviteOutcome,
  InviteWrite,
} from './state/invitation-acts/invitation-hooks.ts'
export type { InvitationWrite } from './state/invitation-acts/invitation-write.ts'
export type { DraftFile } from './state/invitations/draft-content.ts'
export {
  createInvitationsView,
  type InvitationsView,
  type InvitationsViewOptions,
  type InvitationsViewState,
} from './state/invitations/invitations-view.ts'
export type { InvitationsViewParts } from './state/invitations/invitations-view-parts.ts'
export type { SentDraft } from './state/invitations/invite-draft.ts'
export type { JoinDetails, JoinSnapshot } from './state/join/join.ts'
export { takeJoinToken } from './state/join/join-token.ts'
export type { ListLook, ListLookChanges } from './state/lists/list-look.ts'
export type { ListViewControl, ListViewParts, ListViewState } from './state/lists/list-view.ts'
export type { PickedRows, SelectionControl } from './state/lists/picked-rows.ts'
export type { RosterDataHandle } from './state/roster/roster-state.ts'
export type { BeforeAnswer, Veto } from './state/row-writes/host-hook.ts'
export type { RunOutcome } from './state/runs/run-at-once.ts'
export type { RunChoice } from './state/runs/run-driver.ts'
export type { RunPhase, RunSnapshot } from './state/runs/run-snapshot.ts'
export type { SelectionRun } from './state/runs/selection-run.ts'
export type { RoleWrite } from './state/user-acts/change-role.ts'
export type { TeamsWrite } from './state/user-acts/change-teams.ts'
export type { RosterHooks } from './state/user-acts/user-acts.ts'
export type { UserWrite } from './state/user-acts/user-write.ts'
export {
  createUsersView,
  type UsersView,
  type UsersViewControl,
  type UsersViewOptions,
  type UsersViewState,
} from './state/users/users-view.ts'
export type { UsersViewParts } from './state/users/users-view-parts.ts'
