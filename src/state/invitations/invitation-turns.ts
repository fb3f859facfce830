import { createSubscribable } from '../../base/subscribable.ts'
import type { Clock } from '../environment/clock.ts'
import { cooledAt, expiryOf, type ReceivedInvitation } from '../invitation-acts/received-invitation.ts'

/** Updates invitations at the moment when they expire or can be sent again, without a request. */
export interface InvitationTurns {
  /** The invitation as it is now. It is the same object until it changes. */
  turned(invitation: ReceivedInvitation): ReceivedInvitation
  /** Calls the listener when one of the invitations that were read changes. */
  subscribe(listener: () => void): () => void
}

/** A browser's timers can't wait for longer than 24 days. */
const longestWait = 86_400_000

/** Creates the updates of invitations by a clock. */
export function createInvitationTurns(clock: Clock): InvitationTurns {
  const { subscribe, notify } = createSubscribable()
  const turnedRows = new WeakMap<ReceivedInvitation, ReceivedInvitation>()
  let due = Infinity
  let callOff = () => {}

  function waitFor(moment: number) {
    if (moment >= due) return
    callOff()
    due = moment
    callOff = clock.after(Math.min(longestWait, moment - clock.now()), () => {
      due = Infinity
      notify()
    })
  }

  /** Whether a moment has passed. If not, a timer waits for it. */
  function isPast(moment: number | undefined): boolean {
    if (moment === undefined) return false
    if (moment <= clock.now()) return true
    waitFor(moment)
    return false
  }

  return {
    turned(invitation) {
      const isExpired = isPast(expiryOf(invitation))
      const isCooled = isPast(cooledAt(invitation))
      if (!isExpired && !isCooled) return invitation
      const before = turnedRows.get(invitation)
      const status = isExpired ? 'expired' : invitation.status
      if (
        before?.status === status &&
        before.actions.resend.allowed === (isCooled || invitation.actions.resend.allowed)
      )
        return before
      const actions = isCooled ? { ...invitation.actions, resend: allowed } : invitation.actions
      const next: ReceivedInvitation = { ...invitation, status, actions }
      turnedRows.set(invitation, next)
      return next
    },
    subscribe,
  }
}

const allowed = { allowed: true } as const
