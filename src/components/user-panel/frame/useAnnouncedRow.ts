import { type RefObject, useEffect, useRef } from 'react'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { activeElement } from '../../../primitives/element/active-element.ts'
import { useFormats } from '../../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../../primitives/roster-ui/useNotices.ts'
import type { UserPanelNavigation } from './navigation.ts'

/**
 * Announces the name that is shown after a step inside the panel. After a step in the table, the screen reader reads the
 * row.
 */
export function useAnnouncedRow(
  panel: RefObject<HTMLElement | null>,
  row: { id: string; name: string } | undefined,
  position: UserPanelNavigation['position'],
): void {
  const t = useMessages(userPanelMessages)
  const formats = useFormats()
  const { announce } = useNotices()
  const { id, name } = row ?? {}
  const known = useRef(id)
  useEffect(() => {
    if (id === undefined || name === undefined || known.current === id) return
    const isFirst = known.current === undefined
    known.current = id
    const element = panel.current
    if (isFirst || !element?.contains(activeElement(element))) return
    if (!position) announce(t.shownAlone({ name }))
    else
      announce(
        t.shown({
          name,
          index: formats.number(position.index + 1),
          total: formats.number(position.total),
        }),
      )
  }, [panel, id, name, position, t, formats, announce])
}
