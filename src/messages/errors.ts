import { defineMessages } from './define-messages.ts'
import { foreignSentence } from './foreign-sentence.ts'
import type { FormattedMessages } from './message.ts'

/**
 * What happened and what to do, one message for each error code. A *Try again* button is beside most of them, so
 * they don't repeat it. The last eight are the client's own codes.
 */
export const errorsMessages = defineMessages('errors', {
  malformed_request: 'The server couldn’t read the request. Reload the page.',
  headers_too_large:
    'The request is too large for the server. Clear this site’s cookies, then reload the page.',
  request_timeout: 'The request took too long to arrive. Check your connection.',
  method_not_allowed: 'The server doesn’t support this. Reload the page to get the latest version.',
  body_too_large: 'This is more than the server accepts in one request. Send less.',
  signed_out: 'You’re signed out. Sign in again to continue.',
  wrong_credentials: 'The email address or the password is wrong. Check both.',
  cross_origin: 'The server doesn’t accept requests from this address. Contact your {admin}.',
  company_required: 'The request didn’t name a {company}. Reload the page.',
  company_not_found: 'This {company} doesn’t exist, or you aren’t a member of it. Choose another {company}.',
  session_idle: 'You were logged out because you were inactive. Sign in again to continue.',
  session_expired: 'Your session has expired. Sign in again to continue.',
  session_revoked: 'Your session was ended. Sign in again to continue.',
  rate_limited: 'Too many requests in a short time. Wait a moment.',
  missing_permission: 'Your {role} doesn’t allow this. Ask one of your {admins} for access.',
  not_found: 'This no longer exists. Refresh the list.',
  selection_expired: 'This selection is no longer valid. Select the {users} again.',
  undo_expired: 'This can no longer be undone.',
  unsupported_media_type: 'The server doesn’t accept this format. Reload the page.',
  malformed_json: 'The server couldn’t read the request. Reload the page.',
  invalid_query: 'The server doesn’t support this search or filter. Clear it to continue.',
  invalid_body: 'The server didn’t accept this. Check what you entered.',
  invalid_id: 'This link isn’t valid. Go back to the list.',
  invalid_cursor: 'The list has changed. Refresh it.',
  idempotency_key_required: 'Something went wrong sending this. Reload the page.',
  version_required: 'This page is out of date. Reload it.',
  version_mismatch: 'Someone else changed this in the meantime. Check the latest state, then decide.',
  idempotency_mismatch: 'This request was already used for a different change. Reload the page.',
  role_not_found: 'This {role} no longer exists. Choose another {role}.',
  team_not_found: 'This {team} no longer exists. Refresh the list.',
  selection_empty: 'There is nothing to change. Select the {users} again.',
  selection_too_large: 'You selected too many {users} for one change. Use a filter to select fewer.',
  timeout_not_allowed: 'Choose 10, 15 or 30 minutes.',
  self: 'You can’t do this to yourself. Ask another {admin}.',
  last_admin: 'There must be at least one {admin}. Make someone else {admin} first.',
  role_exceeds_yours: 'This {role} has permissions that yours doesn’t. Ask someone who has them.',
  via_role: 'Everyone with this {role} is in this {team}. Change the {role} to remove the {user} from it.',
  selection_position: 'This change is running in another tab.',
  selection_ended: 'This change has already ended. Check the recent changes.',
  not_maker: 'Only the person who started this change can continue or stop it.',
  changed_since: 'This {user} was changed in the meantime. Check what has changed first.',
  already_user: 'This person is a {user} already.',
  erased: 'The data of this {user} was erased, so there is nothing to restore.',
  hold_not_allowed: 'The logout can’t be postponed any further.',
  invitation_not_found: 'This link isn’t valid. Ask for a new invitation.',
  invitation_expired: 'This invitation has expired. Ask for a new one.',
  invitation_superseded: 'A newer invitation was sent. Open the link in the latest email.',
  password_refused: 'This password can’t be used. Choose another one.',
  wrong_account: 'This invitation is for another account. Sign out, then open its link again.',
  invitation_accepted: 'This invitation was accepted and can no longer change. Refresh the list.',
  invitation_deleted: 'This invitation was deleted. Invite the person again.',
  invalid_email: 'This isn’t an email address. Check it.',
  duplicate_email: 'This address is in the list twice.',
  already_invited: 'There is a pending invitation to this address. Resend it instead.',
  domain_blocked: 'Nobody can be invited at this domain. Use another address.',
  domain_not_allowed: 'Only people at certain domains can be invited. Use another address.',
  seats_full: 'All seats are taken. Delete {users} or invitations, or get more seats.',
  cooldown: 'This was sent a moment ago. Wait a little before you send it again.',
  internal: 'Something went wrong on the server. Nothing has changed.',
  unavailable: 'The server is busy at the moment. Nothing has changed.',
  network: 'The server can’t be reached. Check your connection.',
  offline: 'You’re offline. Check your connection.',
  timeout: 'The server took too long to respond.',
  malformed_answer: 'The server’s response couldn’t be read. If this continues, contact your {admin}.',
  incomplete: 'The file is incomplete and wasn’t saved. Export it again.',
  cancelled: 'Nothing has changed.',
  unsupported: 'This isn’t available here.',
  unknown: 'Something went wrong. If this continues, contact your {admin}.',
})

type ErrorsMessages = FormattedMessages<(typeof errorsMessages)['messages']>

/** What a sentence about an error needs of it. */
export interface DescribedError {
  code: string
  params?: Readonly<Record<string, string>> | undefined
  /** The backend's own sentence: plain text in the viewer's language. */
  userMessage?: string | undefined
}

/**
 * Returns the sentence for an error. A code that this version doesn't know reads as the host's own message of that name,
 * else as the backend's sentence, else as a plain failure.
 */
export const errorSentence = (
  messages: ErrorsMessages,
  { code, params, userMessage }: DescribedError,
): string => foreignSentence(messages, code, { params, message: userMessage }) ?? messages.unknown
