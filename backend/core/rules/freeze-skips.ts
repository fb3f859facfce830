import type { SelectionAction } from '@aicx/roster/contract'
import type { Catalogue, UserRecord } from '../ports/records.ts'
import type { FreezeSkips } from '../ports/selections.ts'
import type { Judge } from './judge.ts'

/** Who is skipped from the start. An undo checks each row later, when its turn comes. */
export function freezeSkips(
  action: SelectionAction,
  { viewer, catalogue, judge }: { viewer: UserRecord; catalogue: Catalogue; judge: Judge },
  adminCount: number,
): FreezeSkips {
  if (action.kind === 'undo') return { self: null, beyond: [], lastAdmin: null }
  const admin = catalogue.roles.find(({ isAdmin }) => isAdmin)
  const removesAdmins =
    action.kind === 'delete' || (action.kind === 'changeRole' && action.roleId !== admin?.id)
  return {
    self: viewer.id,
    beyond: beyondOf(catalogue, judge),
    lastAdmin: admin && removesAdmins ? { roleId: admin.id, count: adminCount } : null,
  }
}

/** Which invitations are skipped from the start: those whose role the viewer may not give aren’t sent again. */
export const invitationSkips = (
  { kind }: SelectionAction,
  { catalogue, judge }: { catalogue: Catalogue; judge: Judge },
): FreezeSkips => ({
  self: null,
  beyond: kind === 'resend' ? beyondOf(catalogue, judge) : [],
  lastAdmin: null,
})

/** Roles that the viewer may not give. */
const beyondOf = ({ roles }: Catalogue, judge: Judge) =>
  roles.filter((role) => !judge.role(role).assign.allowed).map(({ id }) => id)
