'use client'

export type { ApiError } from './client/api-error.ts'
export type { RosterApi } from './client/roster-api.ts'
export type { Action } from './contract/actions.ts'
export type { User } from './contract/users.ts'
export type { UsersQuery, UsersSort } from './contract/users-query.ts'
export { isUnreadable, type RowSource, type Unreadable } from './contract/windows.ts'
export type { ListResult, WholeListResult } from './hooks/list-result.ts'
export { RosterData, type RosterDataProps } from './hooks/RosterData.tsx'
export { usePermissions } from './hooks/usePermissions.ts'
export { useRoles } from './hooks/useRoles.ts'
export { useRosterData } from './hooks/useRosterData.ts'
export { useTeams } from './hooks/useTeams.ts'
export { type UseUsersOptions, type UseUsersResult, useUsers } from './hooks/useUsers.ts'
export { type UseViewerResult, useViewer } from './hooks/useViewer.ts'
export type { Clock } from './state/clock.ts'
export type { AnswerFault, RequestContext, ResourceName, RosterDataEvent } from './state/data-event.ts'
export type { FocusSource } from './state/focus-source.ts'
export { parseUsersView } from './state/parse-users-view.ts'
export type { RosterDataHandle } from './state/roster-state.ts'
export type { RowRange } from './state/row-range.ts'
export {
  createUsersView,
  type QueryControl,
  type UsersFilters,
  type UsersView,
  type UsersViewJson,
  type UsersViewOptions,
  type UsersViewState,
} from './state/users-view.ts'
