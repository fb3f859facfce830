import type { Failure } from '../../base/failure.ts'
import type { InviteRequest } from '../../contract/invitation-writes.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { TeamsChange } from '../../contract/user-writes.ts'
import type { Outcome } from '../core/outcome.ts'
import type { BeforeAnswer } from '../row-writes/host-hook.ts'
import type { InvitationWrite } from './invitation-write.ts'

/** A change of an invitation's role or teams, as hooks receive it. */
export interface InvitationChangeWrite extends InvitationWrite {
  /** The role, if it changes. */
  roleId?: string
  /** The teams that are added and removed, if they change. */
  teams?: Readonly<TeamsChange>
}

/** People who are invited, as hooks receive them. */
export interface InviteWrite extends InviteRequest {
  /** The id of the sending. Its requests add a number to it. */
  intent: string
}

/** An address that wasn't invited. */
export interface InviteFailure {
  /** As it was passed. */
  email: string
  error: Failure
}

/** The result of inviting people: every address is in one of both lists. */
export interface InviteOutcome {
  done: readonly Invitation[]
  failed: readonly InviteFailure[]
}

/** A host's hooks around inviting, and around the changes of invitations. */
export interface InvitationHooks {
  /** Called once for all addresses of a sending. */
  onBeforeInvite?(write: InviteWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterInvite?(write: InviteWrite, outcome: Outcome<InviteOutcome>): void
  onBeforeInvitationChange?(write: InvitationChangeWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterInvitationChange?(write: InvitationChangeWrite, outcome: Outcome<Invitation>): void
  onBeforeResend?(write: InvitationWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterResend?(write: InvitationWrite, outcome: Outcome<Invitation>): void
  onBeforeDeleteInvitation?(write: InvitationWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterDeleteInvitation?(write: InvitationWrite, outcome: Outcome<Invitation>): void
}
