import { createElement, type ReactNode } from 'react'
import type { JoinPreview, LostPart } from '../../contract/join.ts'
import { joinCompanyMessages } from '../../messages/join-company.ts'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** The sentences about an invitation. */
export function useInvitationWords() {
  const t = useMessages(joinCompanyMessages)
  const { list } = useFormats()
  const strong = (text: string) => createElement('strong', null, createElement('bdi', null, text))

  return {
    /** Who invited, as what, and into which teams. */
    invited({ invitedBy, role, teams }: JoinPreview): string {
      const values = { inviter: invitedBy?.name || t.someone, as: role.name }
      const names = teams.map(({ name }) => name)
      if (names.length === 0) return t.invited.plain(values)
      const message = names.length === 1 ? t.invited.oneTeam : t.invited.severalTeams
      return message({ ...values, in: list(names) })
    },
    /** The same, with the address that was invited. */
    invitedAddress({ invitedBy, role, teams, email }: JoinPreview): ReactNode {
      const values = { inviter: invitedBy?.name || t.someone, as: role.name }
      const names = teams.map(({ name }) => name)
      const { plain, oneTeam, severalTeams } = t.invitedAddress
      const message = names.length === 1 ? oneTeam : severalTeams
      return fillNodes(
        ({ email: mark }) =>
          names.length === 0
            ? plain({ ...values, email: mark })
            : message({ ...values, email: mark, in: list(names) }),
        { email: strong(email) },
      )
    },
    /** What the person doesn't get of the invitation. */
    lost(parts: readonly LostPart[], role: string, inviter: string | undefined): string[] {
      return parts.map(({ kind, name, reason }) => {
        if (kind !== 'role') return name ? t.lost.team({ lost: name }) : t.lost.teamUnnamed
        if (reason === 'gained_permissions')
          return t.lost.roleGained({ lost: name, as: role, inviter: inviter || t.someone })
        return t.lost.roleDeleted({ as: role })
      })
    },
    strong,
  }
}
