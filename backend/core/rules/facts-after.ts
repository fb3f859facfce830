import type { SeatsRecord } from '../ports/invitations.ts'
import type { Change, Facts } from '../ports/write.ts'
import { isPending } from './invitation-status.ts'

/** The facts for the next row of a step. The actor's role, Admins, seats and limits include the changes of the rows before it. */
export function factsAfter(facts: Facts, changes: readonly Change[]): Facts {
  return changes.reduce(after, facts)
}

function after(facts: Facts, change: Change): Facts {
  const { actor, adminCount, seats, invitations } = facts
  const { used = 0, pending = 0 } = seatsGained(change, facts)
  const isSending = change.kind === 'resend_invitation'
  return {
    ...facts,
    actor:
      change.kind === 'set_role' && change.userId === actor?.id ? { ...actor, roleId: change.roleId } : actor,
    adminCount: adminCount + adminsGained(change, facts),
    seats: seats && taken(seats, used, pending),
    invitations: isSending
      ? {
          ...invitations,
          byActor: { ...invitations.byActor, count: invitations.byActor.count + 1 },
          byCompany: { ...invitations.byCompany, count: invitations.byCompany.count + 1 },
        }
      : invitations,
  }
}

const taken = (seats: SeatsRecord, used: number, pending: number): SeatsRecord => ({
  ...seats,
  used: seats.used + used,
  pending: seats.pending + pending,
})

function seatsGained(change: Change, { now, invitations }: Facts): { used?: number; pending?: number } {
  if (change.kind === 'restore_user') return { used: 1 }
  if (change.kind === 'delete_user') return { used: -1 }
  const invitation = 'invitationId' in change ? invitations.byId.get(change.invitationId) : undefined
  const wasPending = invitation !== undefined && isPending(invitation, now)
  if (change.kind === 'resend_invitation' && !wasPending) return { pending: 1 }
  return change.kind === 'end_invitation' && wasPending ? { pending: -1 } : {}
}

/** How many Admins more there are after a change. */
function adminsGained(change: Change, { users, catalogue }: Facts): number {
  const isAdmin = (roleId: string | undefined) =>
    Number(catalogue.roles.some(({ id, isAdmin }) => id === roleId && isAdmin))
  if (change.kind === 'restore_user') return isAdmin(change.roleId)
  if (change.kind !== 'delete_user' && change.kind !== 'set_role') return 0
  const before = isAdmin(users.get(change.userId)?.roleId)
  return change.kind === 'delete_user' ? -before : isAdmin(change.roleId) - before
}
