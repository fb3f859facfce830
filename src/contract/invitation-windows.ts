import * as v from 'valibot'
import { type Invitation, invitationShape } from './invitations.ts'
import { leftOut } from './left-out.ts'
import type { Schema } from './schema.ts'
import { countShape } from './undo.ts'
import { tolerantWindow, type Window, windowShape } from './windows.ts'

/** A range of the list of invitations. However it is sorted, pending ones come before expired ones. */
export interface InvitationWindow extends Window<Invitation> {
  /** How many of the `total` are pending. The rows from this position on have expired. */
  pending?: number
}

const counts = { pending: leftOut(countShape) }

/** The window of invitations that a server sends. */
export const invitationWindowShape = v.object({ ...windowShape(invitationShape).entries, ...counts })

/** Schema of {@link InvitationWindow}. Unreadable rows keep their place. */
export const invitationWindowSchema: Schema<InvitationWindow> = tolerantWindow(invitationShape, counts)
