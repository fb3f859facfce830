export { type IdleTimeout, idleTimeouts } from './base/idle-timeouts.ts'
export { isUnreadable, type RowSource, type Unreadable } from './base/row-source.ts'
export { actionSchema } from './contract/action-shape.ts'
export { type Action, denied, knownReasons, type Reason } from './contract/actions.ts'
export {
  type ActivityAction,
  type ActivityActor,
  type ActivityEntry,
  type ActivityList,
  type ActivityState,
  activityListSchema,
} from './contract/activity.ts'
export { type Capabilities, type CapabilityFlag, noCapabilities } from './contract/capabilities.ts'
export type { EmailFault } from './contract/email-address.ts'
export {
  type EventList,
  eventListSchema,
  eventSchema,
  type RosterEvent,
} from './contract/events.ts'
export {
  type ExportColumn,
  type ExportRequest,
  type ExportState,
  exportColumnIds,
  exportStateSchema,
} from './contract/exports.ts'
export {
  type ClientEndReason,
  type EndResult,
  endResultSchema,
  type Hold,
  type HoldRequest,
  holdSchema,
  type Idle,
  type IdleLogoutPolicy,
  type IdleLogoutSettings,
  idleLogoutPolicySchema,
  idleSchema,
  type OpenSessions,
} from './contract/idle-logout.ts'
export { invitationLimits } from './contract/invitation-limits.ts'
export {
  type InvitationSettings,
  invitationSettingsSchema,
  type MailHealth,
  type Seats,
} from './contract/invitation-settings.ts'
export { type InvitationWindow, invitationWindowSchema } from './contract/invitation-windows.ts'
export {
  type AddressCheck,
  type AddressChecks,
  addressChecksSchema,
  type InvitationChange,
  type InviteFault,
  type InviteRequest,
  type InviteResult,
  type InviteResults,
  inviteResultsSchema,
} from './contract/invitation-writes.ts'
export {
  type Delivery,
  type Invitation,
  type InvitationActions,
  type InvitationStatus,
  type Inviter,
  invitationSchema,
  invitationStatuses,
} from './contract/invitations.ts'
export {
  type InvitationSortKey,
  type InvitationsQuery,
  type InvitationsRange,
  type InvitationsSort,
  invitationSortKeys,
  type ListedStatus,
  listedStatuses,
  toInvitationsParameters,
} from './contract/invitations-query.ts'
export { type InvitationsViewJSON, parseInvitationsViewJSON } from './contract/invitations-view-json.ts'
export {
  endedInvitationCodes,
  type JoinAccount,
  type Joined,
  type JoinPreview,
  type JoinRequest,
  joinedSchema,
  joinLimits,
  joinPreviewSchema,
  type LostPart,
  type PasswordFault,
  passwordFaults,
  type SignedInAs,
} from './contract/join.ts'
export {
  type Permission,
  type PermissionList,
  permissionListSchema,
  permissionSchema,
} from './contract/permissions.ts'
export {
  type ErrorCode,
  errorCodes,
  type KnownErrorCode,
  type Problem,
  type ProblemField,
  problemSchema,
} from './contract/problems.ts'
export type { SignIn } from './contract/requests.ts'
export {
  type PermissionId,
  type Role,
  type RoleActions,
  type RoleList,
  type RoleRef,
  roleListSchema,
  roleSchema,
} from './contract/roles.ts'
export type { Schema } from './contract/schema.ts'
export {
  type Of,
  type SelectionAction,
  type SelectionOutcome,
  type SelectionRequest,
  selectionLimits,
  selectionOutcomes,
} from './contract/selection-requests.ts'
export {
  type Chunk,
  chunkSchema,
  type FailedRow,
  type FrozenSelection,
  frozenSelectionSchema,
  type Impact,
  type MissingPart,
  type PartialRow,
  type SelectionActor,
  type SelectionList,
  type SelectionRow,
  type SelectionState,
  type SkippedRows,
  selectionListSchema,
  selectionRowWindowSchema,
} from './contract/selections.ts'
export {
  type CompanyList,
  type CompanyRef,
  companyListSchema,
  type Session,
  sessionSchema,
  type Viewer,
  type ViewerActions,
} from './contract/session.ts'
export { type Team, type TeamList, teamListSchema, teamSchema } from './contract/teams.ts'
export type { Undo } from './contract/undo.ts'
export { userIdWindowSchema, userWindowSchema } from './contract/user-windows.ts'
export {
  type DeletedUser,
  deletedUserSchema,
  type EndedSessions,
  endedSessionsSchema,
  type RoleChange,
  type TeamsChange,
} from './contract/user-writes.ts'
export type { Presence, TeamRef, User, UserActions, UserCustom } from './contract/users.ts'
export { noUserActions, userSchema } from './contract/users.ts'
export {
  toUsersParameters,
  type UserId,
  type UserSortKey,
  type UsersFilters,
  type UsersQuery,
  type UsersRange,
  type UsersSort,
  userSortKeys,
  windowLimits,
} from './contract/users-query.ts'
export { parseUsersViewJSON, type UsersDensity, type UsersViewJSON } from './contract/users-view-json.ts'
export type { ListDensity } from './contract/view-json-parts.ts'
export type { Window } from './contract/windows.ts'
