import type { EndedSessions, TeamsChange } from '../../contract/user-writes.ts'
import type { User } from '../../contract/users.ts'
import type { Outcome } from './outcome.ts'

/** A host's word against a change; the reason is shown to the person. */
export interface Veto {
  cancel: true
  reason?: string
}

/** What a host answers before a change: a veto, or nothing. */
export type BeforeAnswer = Veto | undefined

/** A change that is about to be made, or has been. */
export interface UserWrite {
  /** Names the change, as `Idempotency-Key` and in events. */
  intent: string
  /** The user as known before it. */
  user: User
}

/** A role that is given to a user. */
export interface RoleWrite extends UserWrite {
  roleId: string
}

/** Teams that a user is added to and taken out of. */
export interface TeamsWrite extends UserWrite, Readonly<TeamsChange> {}

/**
 * A host's say in every change, whoever asks for it. `onBefore…` may take its time, and stops the change by
 * `{ cancel: true, reason }`; what it throws is the change's failure, and it is asked again at the next try. Until it
 * has answered, later changes of that user wait. `onAfter…` hears how it ended.
 */
export interface RosterHooks {
  onBeforeRoleChange?(write: RoleWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterRoleChange?(write: RoleWrite, outcome: Outcome<User>): void
  onBeforeTeamsChange?(write: TeamsWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterTeamsChange?(write: TeamsWrite, outcome: Outcome<User>): void
  onBeforeEndSessions?(write: UserWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterEndSessions?(write: UserWrite, outcome: Outcome<EndedSessions>): void
}
