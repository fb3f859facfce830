import * as v from 'valibot'
import { actionShape } from './action-shape.ts'
import { type Action, denied } from './actions.ts'
import { idShape, instantShape } from './id-shape.ts'
import { leftOut, withDefault } from './left-out.ts'
import { type RoleRef, roleRefShape } from './roles.ts'
import type { Schema } from './schema.ts'
import { type TeamRef, teamRefShape } from './users.ts'

/** Every status of an invitation. An accepted or deleted one never becomes pending again. */
export const invitationStatuses = ['pending', 'expired', 'accepted', 'deleted'] as const

/** The status of an invitation. */
export type InvitationStatus = (typeof invitationStatuses)[number]

/** How far the email of an invitation got. `sent` means that a mail server has accepted it. */
export interface Delivery {
  /** The reference backend reports the first three. A backend that receives reports can add its own. */
  state: 'queued' | 'sent' | 'failed' | 'delivered' | 'bounced' | 'complained' | (string & {})
  /** Why it failed or waits, in the words of the mail server. */
  reason?: string
  /** RFC 3339, UTC. When a waiting email is tried again. */
  nextTryAt?: string
}

/** The user who invited someone. */
export interface Inviter {
  id: string
  /** Empty if the name was erased. */
  name: string
  /** Whether the user was deleted since. Their invitations stay valid. */
  deleted: boolean
}

/** What the viewer may do with an invitation. */
export interface InvitationActions {
  /** Denied with the reason `cooldown` and `params.retryAfter`, in seconds, if it was sent a moment ago. */
  resend: Action
  delete: Action
  /** Change its role and teams. */
  change: Action
}

/** An invitation to a company. No response contains its link, which is in the email only. */
export interface Invitation {
  id: string
  /** As it was typed. */
  email: string
  status: InvitationStatus
  /** The role that the invited person will have. */
  role: RoleRef
  /** The teams that the invited person will be in. Left out if the backend doesn't know. */
  teams?: TeamRef[]
  invitedBy?: Inviter
  /** RFC 3339, UTC. */
  invitedAt: string
  /** RFC 3339, UTC. When its latest email was requested, by inviting or by resending. The sort `sent` uses it. */
  requestedAt?: string
  /** RFC 3339, UTC. When a mail server took the latest email. Left out while it is queued. */
  sentAt?: string
  /** RFC 3339, UTC. Left out if the invitation doesn't expire. */
  expiresAt?: string
  /** Milliseconds from the response until it expires; negative if it has expired. A duration, since a browser’s clock may be wrong. */
  expiresInMs?: number
  delivery?: Delivery
  /** RFC 3339, UTC. When it was accepted or deleted. */
  endedAt?: string
  /** Whether the person joined in another way, so that the role and the teams of the invitation weren't used. */
  joinedOtherwise?: boolean
  /** An opaque version, which is sent back in `If-Match`. */
  version?: string
  actions: InvitationActions
}

const invitationActionsShape = v.object({ resend: actionShape, delete: actionShape, change: actionShape })

const noActions = { resend: denied, delete: denied, change: denied }

/** How far the email of an invitation got, on the wire. */
const deliveryShape = v.object({
  state: v.string(),
  reason: leftOut(v.string()),
  nextTryAt: leftOut(instantShape),
})

/** The user who invited someone, on the wire. */
export const inviterShape = v.object({
  id: idShape,
  name: withDefault(v.string(), ''),
  deleted: withDefault(v.boolean(), false),
})

/** One invitation on the wire. `id`, `email`, `status`, `role` and `invitedAt` are required. */
export const invitationShape = v.object({
  id: idShape,
  email: v.string(),
  status: v.picklist(invitationStatuses),
  role: roleRefShape,
  teams: leftOut(v.array(teamRefShape)),
  invitedBy: leftOut(inviterShape),
  invitedAt: instantShape,
  requestedAt: leftOut(instantShape),
  sentAt: leftOut(instantShape),
  expiresAt: leftOut(instantShape),
  expiresInMs: leftOut(v.pipe(v.number(), v.integer())),
  delivery: leftOut(deliveryShape),
  endedAt: leftOut(instantShape),
  joinedOtherwise: leftOut(v.boolean()),
  version: leftOut(v.string()),
  actions: v.optional(v.fallback(invitationActionsShape, noActions), {}),
})

/** Schema of {@link Invitation}. A missing action is denied. */
export const invitationSchema: Schema<Invitation> = invitationShape
