import type { Action } from '../contract/actions.ts'
import { defineMessages } from './define-messages.ts'
import { foreignSentence } from './foreign-sentence.ts'
import type { FormattedMessages } from './message.ts'

/** Why something isn't allowed, one message for each reason: the reason first, then what to do. */
export const reasonsMessages = defineMessages('reasons', {
  self: 'You can’t do this to yourself. Ask another {admin}.',
  last_admin: 'There must be at least one {admin}. Make someone else {admin} first.',
  last_admin_named: 'There must be at least one {roleName}. Make someone else {roleName} first.',
  missing_permission: 'Your {role} doesn’t allow this. Ask one of your {admins} for access.',
  missing_permission_named:
    'This needs the permission {permission}. Ask one of your {admins} to give it to you.',
  role_exceeds_yours: 'This {role} has permissions that yours doesn’t. Ask someone who has them.',
  via_role: 'Everyone with this {role} is in this {team}. Change the {role} to remove the {user} from it.',
  managed_externally: 'This is managed by your identity provider. Change it there.',
  unsupported: 'This isn’t available here.',
  not_maker: 'Only the person who started this change can continue or stop it.',
  changed_since: 'This {user} was changed in the meantime. Check what has changed first.',
  already: 'There was nothing to change.',
  already_user: 'This person is a {user} already.',
  erased: 'The data of this {user} was erased, so there is nothing to restore.',
  cooldown: 'This was sent a moment ago. Wait a little before you send it again.',
  email_not_verified: 'Your email address isn’t verified yet. Verify it, then open the link again.',
  seats_full: 'All seats are taken. Delete {users} or invitations, or get more seats.',
  already_invited: 'There is a pending invitation to this address.',
  domain_blocked: 'Nobody can be invited at this domain.',
  domain_not_allowed: 'Only people at certain domains can be invited.',
  invitation_accepted: 'This invitation was accepted.',
  invitation_deleted: 'This invitation was deleted.',
  inviter_limit: 'You have invited as many people as you can in one hour. Wait a little.',
  company_limit: 'Your {company} has invited as many people as it can in one day. Try again tomorrow.',
  recipient_limit: 'This address got as many emails as it can in one day. Try again tomorrow.',
  unknown: 'This isn’t allowed. Ask one of your {admins} for help.',
})

type ReasonsMessages = FormattedMessages<(typeof reasonsMessages)['messages']>

/** A denial, with the sentence that a host's own backend may send. */
export type Denial = Extract<Action, { allowed: false }> & {
  /** Plain text in the viewer's language. */
  message?: string | undefined
}

/** Returns the sentence for a denied action, or undefined for an allowed one. */
export function reasonSentence(messages: ReasonsMessages, action: Action): string | undefined {
  return action.allowed ? undefined : denialSentence(messages, action)
}

/**
 * Returns the sentence for a denial. A reason that this version doesn't know reads as the host's own message of that
 * name, else as the backend's sentence, else as a plain denial.
 */
export function denialSentence(messages: ReasonsMessages, { reason, params, message }: Denial): string {
  if (reason === 'missing_permission' && params?.permission)
    return messages.missing_permission_named({ permission: params.permission })
  if (reason === 'last_admin' && params?.role) return messages.last_admin_named({ roleName: params.role })
  return foreignSentence(messages, reason, { params, message }) ?? messages.unknown
}
