import type { InferOutput } from 'valibot'
import type { actionShape } from '../../src/contract/action-shape.ts'
import type { Action } from '../../src/contract/actions.ts'
import type {
  ActivityActor,
  ActivityEntry,
  ActivityList,
  ActivityState,
  activityActorShape,
  activityEntryShape,
  activityListShape,
  activityStateShape,
} from '../../src/contract/activity.ts'
import type { Capabilities } from '../../src/contract/capabilities.ts'
import type { EventList, eventListShape, eventShape, RosterEvent } from '../../src/contract/events.ts'
import type { ExportState, exportStateShape } from '../../src/contract/exports.ts'
import type {
  EndResult,
  endResultShape,
  Hold,
  holdShape,
  Idle,
  IdleLogoutPolicy,
  idleLogoutPolicyShape,
  idleShape,
} from '../../src/contract/idle-logout.ts'
import type { InvitationSettings, invitationSettingsShape } from '../../src/contract/invitation-settings.ts'
import type { InvitationWindow, invitationWindowShape } from '../../src/contract/invitation-windows.ts'
import type {
  AddressChecks,
  addressChecksShape,
  InviteResults,
  inviteResultsShape,
} from '../../src/contract/invitation-writes.ts'
import type { Invitation, invitationShape } from '../../src/contract/invitations.ts'
import type {
  Joined,
  JoinPreview,
  JoinRequest,
  joinedShape,
  joinPreviewShape,
  joinRequestShape,
} from '../../src/contract/join.ts'
import type {
  Permission,
  PermissionList,
  permissionListShape,
  permissionShape,
} from '../../src/contract/permissions.ts'
import type { Problem, problemShape } from '../../src/contract/problems.ts'
import type { SignIn, signInShape } from '../../src/contract/requests.ts'
import type {
  Role,
  RoleList,
  RoleRef,
  roleListShape,
  roleRefShape,
  roleShape,
} from '../../src/contract/roles.ts'
import type {
  Chunk,
  chunkShape,
  FrozenSelection,
  frozenSelectionShape,
  SelectionList,
  SelectionRow,
  selectionListShape,
  selectionRowShape,
} from '../../src/contract/selections.ts'
import type {
  CompanyList,
  CompanyRef,
  capabilitiesShape,
  companyListShape,
  companyRefShape,
  Session,
  sessionShape,
  Viewer,
  viewerShape,
} from '../../src/contract/session.ts'
import type { Team, TeamList, teamListShape, teamShape } from '../../src/contract/teams.ts'
import type { userIdShape, userIdWindowShape, userWindowShape } from '../../src/contract/user-windows.ts'
import type {
  DeletedUser,
  deletedUserShape,
  EndedSessions,
  endedSessionsShape,
  RoleChange,
  roleChangeShape,
  TeamsChange,
  teamsChangeShape,
} from '../../src/contract/user-writes.ts'
import type { TeamRef, teamRefShape, User, userShape } from '../../src/contract/users.ts'
import type { UserId } from '../../src/contract/users-query.ts'
import type { Window } from '../../src/contract/windows.ts'
import type { Same } from './same.ts'

type Sent<Row> = Omit<Window<Row>, 'rows'> & { rows: Row[] }
type Flat<T> = { [Key in keyof T]: T[Key] }

/** Each public interface beside the shape that parses it: a line that does not compile has parted from it. */
export const same: {
  addressChecks: Same<AddressChecks, InferOutput<typeof addressChecksShape>>
  invitation: Same<Invitation, InferOutput<typeof invitationShape>>
  invitationSettings: Same<InvitationSettings, InferOutput<typeof invitationSettingsShape>>
  invitationWindow: Same<
    Flat<Omit<InvitationWindow, 'rows'> & { rows: Invitation[] }>,
    InferOutput<typeof invitationWindowShape>
  >
  inviteResults: Same<InviteResults, InferOutput<typeof inviteResultsShape>>
  action: Same<Action, InferOutput<typeof actionShape>>
  activityActor: Same<ActivityActor, InferOutput<typeof activityActorShape>>
  activityEntry: Same<ActivityEntry, InferOutput<typeof activityEntryShape>>
  activityList: Same<ActivityList, InferOutput<typeof activityListShape>>
  activityState: Same<ActivityState, InferOutput<typeof activityStateShape>>
  capabilities: Same<Capabilities, InferOutput<typeof capabilitiesShape>>
  chunk: Same<Chunk, InferOutput<typeof chunkShape>>
  companyList: Same<CompanyList, InferOutput<typeof companyListShape>>
  companyRef: Same<CompanyRef, InferOutput<typeof companyRefShape>>
  deletedUser: Same<DeletedUser, InferOutput<typeof deletedUserShape>>
  endedSessions: Same<EndedSessions, InferOutput<typeof endedSessionsShape>>
  endResult: Same<EndResult, InferOutput<typeof endResultShape>>
  event: Same<RosterEvent, InferOutput<typeof eventShape>>
  eventList: Same<EventList, InferOutput<typeof eventListShape>>
  exportState: Same<ExportState, InferOutput<typeof exportStateShape>>
  frozenSelection: Same<FrozenSelection, InferOutput<typeof frozenSelectionShape>>
  hold: Same<Hold, InferOutput<typeof holdShape>>
  idle: Same<Idle, InferOutput<typeof idleShape>>
  idleLogoutPolicy: Same<IdleLogoutPolicy, InferOutput<typeof idleLogoutPolicyShape>>
  joined: Same<Joined, InferOutput<typeof joinedShape>>
  joinRequest: Same<JoinRequest, InferOutput<typeof joinRequestShape>>
  joinPreview: Same<JoinPreview, InferOutput<typeof joinPreviewShape>>
  permission: Same<Permission, InferOutput<typeof permissionShape>>
  permissionList: Same<PermissionList, InferOutput<typeof permissionListShape>>
  problem: Same<Problem, InferOutput<typeof problemShape>>
  role: Same<Role, InferOutput<typeof roleShape>>
  roleChange: Same<RoleChange, InferOutput<typeof roleChangeShape>>
  roleList: Same<RoleList, InferOutput<typeof roleListShape>>
  roleRef: Same<RoleRef, InferOutput<typeof roleRefShape>>
  selectionList: Same<SelectionList, InferOutput<typeof selectionListShape>>
  selectionRow: Same<SelectionRow, InferOutput<typeof selectionRowShape>>
  session: Same<Session, InferOutput<typeof sessionShape>>
  signIn: Same<SignIn, InferOutput<typeof signInShape>>
  team: Same<Team, InferOutput<typeof teamShape>>
  teamList: Same<TeamList, InferOutput<typeof teamListShape>>
  teamRef: Same<TeamRef, InferOutput<typeof teamRefShape>>
  teamsChange: Same<TeamsChange, InferOutput<typeof teamsChangeShape>>
  user: Same<User, InferOutput<typeof userShape>>
  userId: Same<UserId, InferOutput<typeof userIdShape>>
  userIdWindow: Same<Flat<Sent<UserId>>, InferOutput<typeof userIdWindowShape>>
  userWindow: Same<Flat<Sent<User>>, InferOutput<typeof userWindowShape>>
  viewer: Same<Viewer, InferOutput<typeof viewerShape>>
} = {
  addressChecks: true,
  invitation: true,
  invitationSettings: true,
  invitationWindow: true,
  inviteResults: true,
  action: true,
  activityActor: true,
  activityEntry: true,
  activityList: true,
  activityState: true,
  capabilities: true,
  chunk: true,
  companyList: true,
  companyRef: true,
  deletedUser: true,
  endedSessions: true,
  endResult: true,
  event: true,
  eventList: true,
  exportState: true,
  frozenSelection: true,
  hold: true,
  idle: true,
  idleLogoutPolicy: true,
  joined: true,
  joinPreview: true,
  joinRequest: true,
  permission: true,
  permissionList: true,
  problem: true,
  role: true,
  roleChange: true,
  roleList: true,
  roleRef: true,
  selectionList: true,
  selectionRow: true,
  session: true,
  signIn: true,
  team: true,
  teamList: true,
  teamRef: true,
  teamsChange: true,
  user: true,
  userId: true,
  userIdWindow: true,
  userWindow: true,
  viewer: true,
}

/** The comparison itself can tell. */
export const different: [
  Same<{ a: string }, { a?: string }>,
  Same<{ a: string }, { a: string; b?: number }>,
  Same<{ a: 'x' | 'y' }, { a: string }>,
  Same<{ a: { b: number }[] }, { a: { b: string }[] }>,
] = [false, false, false, false]

/** An open string is a string. */
export const open: Same<{ a: 'x' | (string & {}) }, { a: string }> = true
