import type { ErrorCode } from '../contract/problems.ts'
import { defineMessages } from './define-messages.ts'
import type { FormattedMessages } from './message.ts'

/** What happened and what to do next, one sentence a code; `network`, `offline`, `timeout` and `malformed_answer` are the client's own. */
export const errorsMessages = defineMessages('errors', {
  malformed_request: 'The server couldn’t read the request. Reload the page.',
  headers_too_large:
    'The request is too large for the server. Clear this site’s cookies, then reload the page.',
  request_timeout: 'The request took too long to arrive. Check your connection and try again.',
  method_not_allowed: 'The server doesn’t do this. Reload the page to get its newest version.',
  body_too_large: 'That is more than the server takes at once. Try with less.',
  signed_out: 'You’re signed out. Sign in again to go on.',
  wrong_credentials: 'Email address or password is wrong.',
  cross_origin: 'The server refuses requests from this address.',
  company_required: 'The request didn’t say for which {company}. Reload the page.',
  company_not_found: 'This {company} doesn’t exist, or you aren’t part of it.',
  session_idle: 'You were logged out because nothing happened for a while. Sign in again to go on.',
  session_expired: 'Your session has ended. Sign in again to go on.',
  session_revoked: 'You were signed out from elsewhere. Sign in again to go on.',
  rate_limited: 'Too many requests in a short time. Wait a moment, then try again.',
  missing_permission: 'Your {role} doesn’t allow this. {Admins} can change that.',
  not_found: 'This doesn’t exist any more. Refresh to see what does.',
  unsupported_media_type: 'The server doesn’t read this format. Reload the page.',
  malformed_json: 'The server couldn’t read the request. Reload the page.',
  invalid_query: 'The server doesn’t know this search or filter. Clear it and try again.',
  invalid_body: 'The server couldn’t use what was sent. Check it and try again.',
  invalid_id: 'This address leads nowhere. Refresh the list.',
  invalid_cursor: 'The list has changed. Refresh it.',
  idempotency_key_required: 'The request came without its own mark. Reload the page.',
  version_required: 'The request didn’t say which state it knows. Reload the page.',
  version_mismatch: 'Someone else has changed this meanwhile. Look at the newest state, then decide.',
  idempotency_mismatch: 'The server knows this request with another content. Try again.',
  role_not_found: 'This {role} doesn’t exist any more. Choose another.',
  team_not_found: 'This {team} doesn’t exist any more. Refresh to see what does.',
  self: 'You can’t do this to yourself. Another {admin} can.',
  last_admin: 'There must be at least one {admin}. Give someone else the {role} first.',
  role_exceeds_yours: 'This {role} holds permissions that yours doesn’t.',
  via_role: 'This comes with the {role}. Change the {role} to take it away.',
  internal: 'The server failed. Nothing has changed. Try again.',
  unavailable: 'The server is busy for a moment. Nothing has changed. Try again.',
  network: 'The server didn’t answer. Check your connection.',
  offline: 'There is no connection. Nothing has changed.',
  timeout: 'The server took too long to answer. Try again.',
  malformed_answer: 'The server’s answer couldn’t be read. Try again, or tell your administrator.',
  cancelled: 'Nothing has changed.',
  unknown: 'Something went wrong. Try again.',
})

type ErrorsMessages = FormattedMessages<(typeof errorsMessages)['messages']>

/** The sentence for an error's code; a code of a newer server reads as a plain failure. */
export function errorSentence(messages: ErrorsMessages, code: ErrorCode): string {
  return Object.hasOwn(messages, code) ? messages[code as keyof ErrorsMessages] : messages.unknown
}
