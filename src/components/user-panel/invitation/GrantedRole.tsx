import { useState } from 'react'
import type { ActivityEntry } from '../../../contract/activity.ts'
import type { Role, RoleRef } from '../../../contract/roles.ts'
import { invitationsMessages } from '../../../messages/invitations.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { ConfirmDialog } from '../../../primitives/confirm-dialog/ConfirmDialog.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { Select } from '../../../primitives/select/Select.tsx'
import { roleName } from '../../wording/role-name.ts'
import { RoleOvertaken } from '../role/RoleOvertaken.tsx'

interface GrantedRoleProps {
  role: RoleRef
  roles: readonly Role[]
  /** Why it can't be changed. */
  reason: string | undefined
  entries: readonly ActivityEntry[] | undefined
  onChange: (roleId: string) => void
}

/** The role that the person will have. One that someone else changes while the list is open is only replaced after a question. */
export function GrantedRole({ role, roles, reason, entries, onChange }: GrantedRoleProps) {
  const t = useMessages(invitationsMessages)
  const { overtaken } = useMessages(userPanelMessages).role
  const table = useMessages(usersTableMessages)
  const reasons = useMessages(reasonsMessages)
  // The role when the list was opened: the list goes on showing it as the current one.
  const [seen, setSeen] = useState<RoleRef>()
  // The question names the current role. If that changes again, the question ends.
  const [asked, setAsked] = useState<{ from: string; to: Role }>()
  const isAsked = asked?.from === role.id
  if (asked && !isAsked) setAsked(undefined)
  const isOvertaken = seen !== undefined && seen.id !== role.id
  const shown = seen ?? role
  const options = roles.map((each) => ({
    value: each.id,
    label: roleName(each, table),
    reason: each.id === role.id ? undefined : reasonSentence(reasons, each.actions.assign),
  }))
  const own = { value: shown.id, label: roleName(shown, table) }
  const before = roleName(role, table)

  function pick(id: string) {
    const to = roles.find((each) => each.id === id)
    if (!to || id === role.id) return
    if (isOvertaken) setAsked({ from: role.id, to })
    else onChange(id)
  }

  return (
    <>
      <Select
        label={t.columns.role}
        value={shown.id}
        options={roles.some(({ id }) => id === shown.id) ? options : [own, ...options]}
        reason={reason}
        onOpenChange={(isOpen) => setSeen(isOpen ? role : undefined)}
        onValueChange={pick}
      />
      {(isOvertaken || isAsked) && <RoleOvertaken role={role} entries={entries} isUnsaved={isAsked} />}
      {asked && (
        <ConfirmDialog
          open={isAsked}
          onOpenChange={() => setAsked(undefined)}
          tone="primary"
          title={overtaken.title({ before, after: roleName(asked.to, table) })}
          text={overtaken.text({ roleName: before })}
          confirmLabel={overtaken.confirm({ before })}
          onConfirm={() => {
            setAsked(undefined)
            onChange(asked.to.id)
          }}
        />
      )}
    </>
  )
}
