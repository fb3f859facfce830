import { expectTypeOf } from 'vitest'
import type { ChangeGroup } from '../../src/base/change-group.ts'
import type { Failure } from '../../src/base/failure.ts'
import type { SaveState } from '../../src/base/save-state.ts'
import type { UserPanelCatalogue } from '../../src/components/user-panel/section/user-panel-catalogue.ts'
import type { UserPanelProps } from '../../src/components/user-panel/user-panel-props.ts'
import type { UsersTableProps } from '../../src/components/users-table/UsersTable.tsx'
import type { UsersToolbarProps } from '../../src/components/users-toolbar/UsersToolbar.tsx'
import type { ErrorCode } from '../../src/contract/problems.ts'
import type { usePermissions } from '../../src/hooks/usePermissions.ts'
import type { useRoles } from '../../src/hooks/useRoles.ts'
import type { useTeams } from '../../src/hooks/useTeams.ts'
import type { UserChangeState, UseUserResult } from '../../src/hooks/useUser.ts'
import type { useUserActivity } from '../../src/hooks/useUserActivity.ts'
import type { UseUsersResult } from '../../src/hooks/useUsers.ts'
import type { UseViewerResult } from '../../src/hooks/useViewer.ts'

// What hooks return is what views take, without conversion.
type Shared = 'user' | 'status' | 'error' | 'refetch' | 'roleChange' | 'teamsChange' | 'sessionsEnd'
expectTypeOf<Pick<UseUserResult, Shared>>().toExtend<Pick<UserPanelProps, Shared>>()
expectTypeOf<ReturnType<typeof useUserActivity>>().toExtend<UserPanelProps['activity']>()
expectTypeOf<UseViewerResult['viewer']>().toExtend<UserPanelProps['viewer']>()
expectTypeOf<ReturnType<typeof useRoles>>().toExtend<UserPanelCatalogue['roles']>()
expectTypeOf<ReturnType<typeof useTeams>>().toExtend<UserPanelCatalogue['teams']>()
expectTypeOf<ReturnType<typeof usePermissions>>().toExtend<UserPanelCatalogue['permissions']>()
expectTypeOf<UserChangeState>().toExtend<ChangeGroup & SaveState>()
expectTypeOf<NonNullable<UseUserResult['error']>>().toExtend<Failure & { code: ErrorCode }>()

expectTypeOf<UseUsersResult['source']>().toExtend<UsersTableProps['users']>()
expectTypeOf<UseUsersResult['query']>().toExtend<UsersToolbarProps['filters']>()
expectTypeOf<UseUsersResult['pendingIds']>().toExtend<UsersTableProps['pendingIds']>()
expectTypeOf<UseUsersResult['conflictIds']>().toExtend<UsersTableProps['conflictIds']>()
expectTypeOf<UseUsersResult['setSort']>().toExtend<UsersTableProps['onSortChange']>()
expectTypeOf<UseUsersResult['loadRange']>().toExtend<UsersTableProps['onRangeChange']>()

// In a group only the verb is required, so that a view is easy to use without the hooks.
expectTypeOf<{ change(roleId: string): void }>().toExtend<NonNullable<UserPanelProps['roleChange']>>()
expectTypeOf<{ change(): Promise<void> }>().toExtend<NonNullable<UserPanelProps['teamsChange']>>()
expectTypeOf<{ end(): void }>().toExtend<NonNullable<UserPanelProps['sessionsEnd']>>()
expectTypeOf<{ rows: [] }>().toExtend<NonNullable<UserPanelProps['activity']>>()
expectTypeOf<{ user: null }>().toExtend<UserPanelProps>()
