import { useState } from 'react'
import { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import type { UserPanelProps } from '../../src/components/user-panel/user-panel-props.ts'
import type { User } from '../../src/contract/users.ts'
import { roles, teams } from './panel-data.ts'

/** A panel whose page makes each change at once. */
export function PanelOnStage({ user: given, roleChange, teamsChange, ...rest }: UserPanelProps) {
  const [user, setUser] = useState(given)
  const update = (next: Partial<User>) => setUser((now) => now && { ...now, ...next })
  return (
    <UserPanel
      {...rest}
      user={user}
      roleChange={
        roleChange && {
          ...roleChange,
          change(roleId) {
            roleChange.change(roleId)
            update({ role: { id: roleId, name: roles.find(({ id }) => id === roleId)?.name ?? roleId } })
          },
        }
      }
      teamsChange={
        teamsChange && {
          ...teamsChange,
          change(delta) {
            teamsChange.change(delta)
            const added = teams.filter(({ id }) => delta.add.includes(id))
            update({
              teams: [
                ...(user?.teams ?? []).filter(({ id }) => !delta.remove.includes(id)),
                ...added.map(({ id, name }) => ({ id, name, direct: true, viaRole: false })),
              ],
            })
          },
        }
      }
    />
  )
}
