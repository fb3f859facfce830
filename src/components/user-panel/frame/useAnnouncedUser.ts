import { type RefObject, useEffect, useRef } from 'react'
import type { User } from '../../../contract/users.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { usersTableMessages } from '../../../messages/users-table.ts'
import { activeElement } from '../../../primitives/element/active-element.ts'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../../primitives/roster-ui/useNotices.ts'
import { userName } from '../../wording/user-name.ts'
import type { UserPanelNavigation } from './navigation.ts'

/**
 * Announces the user who is shown after a step inside the panel. After a step in the table, the screen reader reads the
 * row.
 */
export function useAnnouncedUser(
  panel: RefObject<HTMLElement | null>,
  user: User | undefined,
  position: UserPanelNavigation['position'],
): void {
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  const formats = useFormats()
  const { announce } = useNotices()
  const known = useRef(user?.id)
  useEffect(() => {
    if (!user || known.current === user.id) return
    const isFirst = known.current === undefined
    known.current = user.id
    const element = panel.current
    if (isFirst || !element?.contains(activeElement(element))) return
    const name = userName(user, users)
    if (!position) announce(t.shownAlone({ name }))
    else
      announce(
        t.shown({
          name,
          index: formats.number(position.index + 1),
          total: formats.number(position.total),
        }),
      )
  }, [panel, user, position, t, users, formats, announce])
}
