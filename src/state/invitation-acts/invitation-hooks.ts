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

/** A host's hooks around the changes of invitations. */
export interface InvitationHooks {
  onBeforeInvitationChange?(write: InvitationChangeWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterInvitationChange?(write: InvitationChangeWrite, outcome: Outcome<Invitation>): void
  onBeforeResend?(write: InvitationWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterResend?(write: InvitationWrite, outcome: Outcome<Invitation>): void
  onBeforeDeleteInvitation?(write: InvitationWrite): BeforeAnswer | Promise<BeforeAnswer>
  onAfterDeleteInvitation?(write: InvitationWrite, outcome: Outcome<Invitation>): void
}
