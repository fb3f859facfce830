import type { RosterApi } from '../../client/roster-api.ts'

/** What the port can do with many invitations. */
export interface InvitationVerbs {
  resend: boolean
  delete: boolean
}

/** Returns what a port can do with many invitations. A method that it leaves out has no control. */
export const invitationVerbs = ({ invitations }: RosterApi): InvitationVerbs => ({
  resend: invitations?.resend !== undefined,
  delete: invitations?.delete !== undefined,
})
