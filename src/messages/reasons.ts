import type { Action } from '../contract/actions.ts'
import { defineMessages } from './define-messages.ts'
import type { FormattedMessages } from './message.ts'

/** Why something is not allowed, one sentence a reason: the reason first, then who can or what to do. */
export const reasonsMessages = defineMessages('reasons', {
  self: 'You can’t do this to yourself. Another {admin} can.',
  last_admin: 'There must be at least one {admin}. Give someone else the {role} first.',
  missing_permission: 'Your {role} doesn’t allow this. {Admins} can change that.',
  missing_permission_named: 'This needs the permission {permission}. {Admins} can give it to you.',
  role_exceeds_yours: 'This {role} holds permissions that yours doesn’t.',
  via_role: 'This comes with the {role}. Change the {role} to take it away.',
  managed_externally: 'This is managed outside of this page, by your identity provider.',
  unsupported: 'This isn’t available here.',
  unknown: 'This isn’t allowed.',
})

type ReasonsMessages = FormattedMessages<(typeof reasonsMessages)['messages']>

/** The sentence for a denied action; a reason of a newer server reads as a plain denial. Undefined if allowed. */
export function reasonSentence(messages: ReasonsMessages, action: Action): string | undefined {
  if (action.allowed) return undefined
  const { reason, params = {} } = action
  if (reason === 'missing_permission' && params.permission) {
    return messages.missing_permission_named({ permission: params.permission })
  }
  const sentence = Object.hasOwn(messages, reason) ? messages[reason as keyof ReasonsMessages] : undefined
  return typeof sentence === 'string' ? sentence : messages.unknown
}
