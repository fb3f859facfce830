import type { Joined, LostPart } from '@aicx/roster/contract'
import type { Services } from '../http/call.ts'
import type { AuditState } from '../ports/write.ts'
import type { UsedInvitation } from './open-invitation.ts'

/** What joining returned, for the account that joined with the same link. It opens no session. */
export async function joinedBefore(
  { ref, catalogue, user }: UsedInvitation,
  { store }: Services,
): Promise<Joined> {
  const { company, roles } = catalogue
  const entries = (await store.invitations.audit(ref.companyId, ref.invitationId, 200)) ?? []
  const entry = entries.find(({ action }) => action === 'invitation_accepted')
  const roleId = entry?.after?.roleId ?? user.roleId
  const nameOf = (id: string) => roles.find((role) => role.id === id)?.name ?? ''
  return {
    company,
    userId: user.id,
    role: { id: roleId, name: nameOf(roleId) },
    lost: lostOf(entry?.before ?? {}, entry?.after ?? {}, nameOf),
  }
}

function lostOf(before: AuditState, after: AuditState, nameOf: (roleId: string) => string): LostPart[] {
  const { roleId } = before
  const name = roleId === undefined ? '' : nameOf(roleId)
  const teamIds = before.teamIds?.filter((id) => !after.teamIds?.includes(id)) ?? []
  return [
    ...(roleId === undefined || roleId === after.roleId
      ? []
      : [{ kind: 'role', id: roleId, name, reason: name ? 'gained_permissions' : 'deleted' }]),
    ...teamIds.map((id) => ({ kind: 'team', id, name: '', reason: 'deleted' })),
  ]
}
