/** A command about invitations that can't be carried out. The message is one sentence. */
export class InvitationsRefused extends Error {
  override readonly name = 'InvitationsRefused'
}
