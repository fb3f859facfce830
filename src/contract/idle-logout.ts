import * as v from 'valibot'
import { type IdleTimeout, idleTimeouts } from '../base/idle-timeouts.ts'
import { idShape, instantShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import type { Schema } from './schema.ts'
import { countShape } from './undo.ts'

/**
 * How much time a session has left. All times are durations in milliseconds, so a browser's clock may be wrong. After
 * `idleRemainingMs` the page logs out. A server refuses the session a few seconds later, so that the host's last calls
 * still reach it.
 */
export interface Idle {
  /** The company's timeout. Null while idle logout is off. */
  timeoutMs: number | null
  /** How long before the end people are warned. */
  warnMs: number
  /** The time left without further activity. Null while idle logout is off. */
  idleRemainingMs: number | null
  /** The time left until the sign-in ends, even with activity. */
  absoluteRemainingMs: number
  /** Whether the company allows postponing the logout, such as during a call. */
  allowHold: boolean
  /** The revision of the policy. Opaque: only compare it for equality. */
  policyRev: string
}

/** Why a client ends its session. */
export const clientEndReasons = ['idle', 'signed_out'] as const

/** A reason of {@link clientEndReasons}. */
export type ClientEndReason = (typeof clientEndReasons)[number]

/** What `POST /v1/session/end` returns. */
export interface EndResult {
  /** Whether the session is over. False if the server knows of later activity. */
  ended: boolean
  /** The time that is left, if the session goes on. */
  idle?: Idle
}

/** The body of `POST /v1/session/holds`. */
export interface HoldRequest {
  /** What keeps the person busy, such as `call`. It is written to the audit log. */
  reason: string
  /** The longest time to postpone the logout, in milliseconds. */
  maxMs: number
}

/** A logout that is postponed. */
export interface Hold {
  id: string
  /** Milliseconds until the hold ends. It can be less than what was requested. */
  remainingMs: number
}

/** What a company chooses: the body of `PUT /v1/idle-logout`. */
export interface IdleLogoutSettings {
  /** Whether inactive users are logged out. */
  enabled: boolean
  timeoutMinutes: IdleTimeout
  /** Whether the logout can be postponed, such as during a call. */
  allowHold: boolean
}

/** The company's open sessions, as far as idle logout concerns them. */
export interface OpenSessions {
  /** All open sessions. */
  open: number
  /** Sessions that have reported activity. The others would be logged out even while people work in them. */
  reporting: number
  /**
   * For each timeout, the number of sessions that have been idle for at least as long. They would be warned
   * immediately.
   */
  idleOver: Record<IdleTimeout, number>
}

/** The company's policy, with the sessions that it concerns. */
export interface IdleLogoutPolicy extends IdleLogoutSettings {
  /** How long before the end people are warned, in milliseconds. */
  warnMs: number
  /** The revision of the policy. Opaque; pass it as `version` of a change. */
  rev: string
  /** Who changed it last. The name is left out if they no longer exist. */
  updatedBy?: { id: string; name?: string }
  /** RFC 3339, UTC. */
  updatedAt?: string
  /** Left out if the backend doesn't count them. */
  sessions?: OpenSessions
}

/** The time that a session has left, on the wire. */
export const idleShape = v.object({
  timeoutMs: v.nullable(countShape),
  warnMs: countShape,
  idleRemainingMs: v.nullable(countShape),
  absoluteRemainingMs: countShape,
  allowHold: withDefault(v.boolean(), false),
  policyRev: v.string(),
})

/** Schema of {@link Idle}. */
export const idleSchema: Schema<Idle> = idleShape

/** The response of `POST /v1/session/end` on the wire. */
export const endResultShape = v.object({ ended: v.boolean(), idle: leftOut(idleShape) })

/** Schema of {@link EndResult}. */
export const endResultSchema: Schema<EndResult> = endResultShape

/** A hold on the wire. */
export const holdShape = v.object({ id: idShape, remainingMs: countShape })

/** Schema of {@link Hold}. */
export const holdSchema: Schema<Hold> = holdShape

const openSessionsShape = v.object({
  open: countShape,
  reporting: countShape,
  idleOver: v.object({ 10: countShape, 15: countShape, 30: countShape }),
})

/** The company's policy on the wire. */
export const idleLogoutPolicyShape = v.object({
  enabled: v.boolean(),
  timeoutMinutes: v.picklist(idleTimeouts),
  allowHold: withDefault(v.boolean(), false),
  warnMs: countShape,
  rev: v.string(),
  updatedBy: leftOut(v.object({ id: idShape, name: leftOut(v.string()) })),
  updatedAt: leftOut(instantShape),
  sessions: leftOut(openSessionsShape),
})

/** Schema of {@link IdleLogoutPolicy}. */
export const idleLogoutPolicySchema: Schema<IdleLogoutPolicy> = idleLogoutPolicyShape
