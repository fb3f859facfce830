import { useState } from 'react'
import { UserPanel, type UserPanelProps } from '../../src/components/user-panel/UserPanel.tsx'
import type { User } from '../../src/contract/users.ts'
import { roles, teams } from './panel-data.ts'

/** A panel whose page does what it asks for, at once. */
export function PanelOnStage({ user: given, onChangeRole, onChangeTeams, ...rest }: UserPanelProps) {
  const [user, setUser] = useState(given)
  const change = (next: Partial<User>) => setUser((now) => now && { ...now, ...next })
  return (
    <UserPanel
      {...rest}
      user={user}
      onChangeRole={
        onChangeRole &&
        ((roleId) => {
          onChangeRole(roleId)
          change({ role: { id: roleId, name: roles.find(({ id }) => id === roleId)?.name ?? roleId } })
        })
      }
      onChangeTeams={
        onChangeTeams &&
        ((delta) => {
          onChangeTeams(delta)
          const added = teams.filter(({ id }) => delta.add.includes(id))
          change({
            teams: [
              ...(user?.teams ?? []).filter(({ id }) => !delta.remove.includes(id)),
              ...added.map(({ id, name }) => ({ id, name, direct: true, viaRole: false })),
            ],
          })
        })
      }
    />
  )
}
