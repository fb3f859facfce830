/** Reasons that this version has a message for. */
export const knownReasons = [
  'self',
  'last_admin',
  'missing_permission',
  'role_exceeds_yours',
  'via_role',
  'managed_externally',
  'unsupported',
  'not_maker',
  'changed_since',
  'already',
  'already_user',
  'erased',
  'cooldown',
  'email_not_verified',
  'seats_full',
  'already_invited',
  'domain_blocked',
  'domain_not_allowed',
  'invitation_accepted',
  'invitation_deleted',
  'inviter_limit',
  'company_limit',
  'recipient_limit',
] as const

/** Why something is not allowed: one of {@link knownReasons}, or a reason that the backend defines. */
export type Reason = (typeof knownReasons)[number] | (string & {})

/** Whether the viewer may do something, and if not, why. The server decides. */
export type Action =
  | { allowed: true }
  | {
      allowed: false
      reason: Reason
      /** Values for the placeholders in the message for `reason`. */
      params?: Record<string, string>
      /** Plain text in the viewer's language. It is shown if there is no message for `reason`. */
      message?: string
    }

/** The denial of everything that the server didn't mention. */
export const denied: Action = { allowed: false, reason: 'unsupported' }
