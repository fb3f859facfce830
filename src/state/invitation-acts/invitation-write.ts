import type { Invitation } from '../../contract/invitations.ts'
import type { HookedWrite } from '../row-writes/row-act.ts'

/** A change of an invitation, as hooks receive it. */
export interface InvitationWrite {
  /** The change's id. It is sent as `Idempotency-Key` and comes back in events. */
  intent: string
  /** The invitation as known before the change. */
  invitation: Invitation
}

/** Names the row of a write. */
export const toInvitationWrite = ({ intent, row }: HookedWrite<Invitation>): InvitationWrite => ({
  intent,
  invitation: row,
})
