import * as v from 'valibot'
import { type Inviter, inviterShape } from './invitations.ts'
import { leftOut, withDefault } from './left-out.ts'
import type { Schema } from './schema.ts'
import { countShape } from './undo.ts'

/** The seats of a company. A user takes one, and so does a pending invitation. */
export interface Seats {
  /** Taken by users. */
  used: number
  /** Taken by pending invitations. */
  pending: number
  /** How many the company has. */
  total: number
}

/** Whether email can be sent at the moment. */
export interface MailHealth {
  /** `waiting` if nothing can be sent to any address. */
  state: 'ok' | 'waiting'
  /** Emails that wait to be sent. */
  queued: number
  /** Why nothing can be sent, in the words of the mail server. */
  reason?: string
  /** Milliseconds until the next try. */
  nextTryInMs?: number
}

/** What `GET /v1/invitation-settings` returns. */
export interface InvitationSettings {
  /** For how many days a link works. */
  lifetimeDays: number
  /** The shortest time between two emails of an invitation, in milliseconds. */
  cooldownMs: number
  /**
   * The only domains that people can be invited at, such as `example.com` and `*.example.com`. Left out if every domain
   * is allowed.
   */
  allowedDomains?: string[]
  /** Domains that nobody can be invited at. */
  blockedDomains?: string[]
  /** Left out if the company has no limit. */
  seats?: Seats
  /** Left out if the backend doesn't know. */
  mail?: MailHealth
  /**
   * The users who sent the listed invitations, up to 200 by name, for a filter. Left out if the backend doesn't know.
   */
  inviters?: Inviter[]
}

/** The seats of a company on the wire. */
const seatsShape = v.object({
  used: countShape,
  pending: withDefault(countShape, 0),
  total: countShape,
})

/** Whether email can be sent, on the wire. */
const mailHealthShape = v.object({
  state: v.picklist(['ok', 'waiting']),
  queued: withDefault(countShape, 0),
  reason: leftOut(v.string()),
  nextTryInMs: leftOut(countShape),
})

/** The response of `GET /v1/invitation-settings` on the wire. */
export const invitationSettingsShape = v.object({
  lifetimeDays: withDefault(v.pipe(v.number(), v.minValue(0)), 7),
  cooldownMs: withDefault(countShape, 60_000),
  allowedDomains: leftOut(v.array(v.string())),
  blockedDomains: leftOut(v.array(v.string())),
  seats: leftOut(seatsShape),
  mail: leftOut(mailHealthShape),
  inviters: leftOut(v.array(inviterShape)),
})

/** Schema of {@link InvitationSettings}. */
export const invitationSettingsSchema: Schema<InvitationSettings> = invitationSettingsShape
