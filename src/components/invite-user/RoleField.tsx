import { type LoadedList, loadedRows } from '../../base/list-state.ts'
import type { Role } from '../../contract/roles.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Select } from '../../primitives/select/Select.tsx'
import { roleName } from '../wording/role-name.ts'

interface RoleFieldProps {
  roles: LoadedList<Role>
  /** Undefined is the default. */
  value: string | undefined
  onValueChange: (roleId: string | undefined) => void
  companyName: string | undefined
  /** Why it can't be changed. */
  reason?: string | undefined
}

/** The role that invited people will have. The default one is explained. */
export function RoleField({ roles, value, onValueChange, companyName, reason }: RoleFieldProps) {
  const t = useMessages(inviteUserMessages).role
  const reasons = useMessages(reasonsMessages)
  const table = useMessages(usersTableMessages)
  const rows = loadedRows(roles) ?? []
  const initial = rows.find((role) => role.isDefault)
  const nameOf = (role: Role) => roleName(role, table)
  const chosen = rows.find((role) => role.id === value)
  const options = rows.map((role) => ({
    value: role.isDefault ? '' : role.id,
    label: nameOf(role),
    badge: role.isDefault && <span className="roster-role-default">{t.default}</span>,
    note: role.description || undefined,
    reason: role.isDefault ? undefined : reasonSentence(reasons, role.actions.assign),
  }))

  const hint = () => {
    if (roles.status === 'error') return t.failed
    if (chosen && !chosen.isDefault) return t.hintChosen({ roleName: nameOf(chosen) })
    if (!initial) return undefined
    const named = { roleName: nameOf(initial) }
    return companyName === undefined ? t.hintWithoutName(named) : t.hint({ ...named, companyName })
  }

  return (
    <Select
      label={t.label}
      optional={!initial}
      options={initial ? options : [{ value: '', label: t.none }, ...options]}
      value={chosen && !chosen.isDefault ? chosen.id : ''}
      onValueChange={(id) => onValueChange(id === '' ? undefined : id)}
      hint={hint()}
      reason={reason}
    />
  )
}
