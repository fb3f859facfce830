import * as v from 'valibot'
import { idShape } from './id-shape.ts'
import { type Invitation, invitationShape } from './invitations.ts'
import { leftOut } from './left-out.ts'
import type { ErrorCode } from './problems.ts'
import type { Schema } from './schema.ts'

/** Whom to invite, and how: the body of `POST /v1/invitations`. */
export interface InviteRequest {
  /** Addresses as they were typed, at most 200 in one request. */
  emails: readonly string[]
  /** @default the company's default role */
  roleId?: string
  /** @default none */
  teamIds?: readonly string[]
  /** A personal message, up to 500 characters. The email quotes it. */
  message?: string
  /** The language of the email, such as `de`. @default the company's */
  locale?: string
}

/** The body of `PATCH /v1/invitations/{id}`. Members that are left out don't change. */
export interface InvitationChange {
  /** The id of another role. */
  roleId?: string
  /** All teams that the person will be added to. */
  teamIds?: readonly string[]
}

/**
 * Why an address can't be invited: it isn't a valid address, an earlier one in the list is the same, the person is a
 * user, the address has a pending invitation, its domain is blocked or isn't an allowed one, all seats are taken, or
 * a limit was reached.
 */
export type InviteFault =
  | 'invalid_email'
  | 'duplicate_email'
  | 'already_user'
  | 'already_invited'
  | 'domain_blocked'
  | 'domain_not_allowed'
  | 'seats_full'
  | 'rate_limited'

/** The result for one address. */
export type InviteResult =
  | { email: string; ok: true; invitation: Invitation }
  | {
      email: string
      ok: false
      /** One of {@link InviteFault}, or a code that the backend defines. */
      code: ErrorCode
      reason?: string
      /**
       * Values for the sentence: `role` of a user, `invitationId` and `invitedAt` of a pending invitation, `rule` of a
       * domain, `retryAfter` of a limit in seconds.
       */
      params?: Record<string, string>
    }

/** What `POST /v1/invitations` returns: a result for each address, in order. */
export interface InviteResults {
  results: InviteResult[]
}

/** What is known about one address in this company. It says nothing about other companies. */
export interface AddressCheck {
  /** As it was sent. */
  email: string
  /** `ok`, or why it can't be invited. */
  state: 'ok' | InviteFault | (string & {})
  /** The user with this address. */
  userId?: string
  /** The latest invitation to this address that is pending or has expired. */
  invitationId?: string
  /** Values for the sentence, such as `role` of a user, `invitedAt` of an invitation, or `rule` of a domain. */
  params?: Record<string, string>
}

/** What `POST /v1/invitations/check` returns: a result for each address, in order. */
export interface AddressChecks {
  results: AddressCheck[]
}

const params = leftOut(v.record(v.string(), v.string()))

/** The response of `POST /v1/invitations` on the wire. */
export const inviteResultsShape = v.object({
  results: v.array(
    v.variant('ok', [
      v.object({ email: v.string(), ok: v.literal(true), invitation: invitationShape }),
      v.object({
        email: v.string(),
        ok: v.literal(false),
        code: v.string(),
        reason: leftOut(v.string()),
        params,
      }),
    ]),
  ),
})

/** The response of `POST /v1/invitations/check` on the wire. */
export const addressChecksShape = v.object({
  results: v.array(
    v.object({
      email: v.string(),
      state: v.string(),
      userId: leftOut(idShape),
      invitationId: leftOut(idShape),
      params,
    }),
  ),
})

/** Schema of {@link InviteResults}. */
export const inviteResultsSchema: Schema<InviteResults> = inviteResultsShape

/** Schema of {@link AddressChecks}. */
export const addressChecksSchema: Schema<AddressChecks> = addressChecksShape
