import { type RefObject, useEffect, useRef } from 'react'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import { activeElement } from '../primitives/element/active-element.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../primitives/roster-ui/useNotices.ts'

/** Announces that the viewer lost access while the page was open, and keeps the focus on the page. */
export function useDenialNotice(page: RefObject<HTMLElement | null>, isTaken: boolean): void {
  const t = useMessages(usersSettingsMessages).denied
  const { announce } = useNotices()
  const known = useRef(isTaken)
  useEffect(() => {
    if (known.current === isTaken) return
    known.current = isTaken
    const element = page.current
    if (!isTaken || !element) return
    announce(t.titleWithoutName, 'assertive')
    const active = activeElement(element)
    if (active === null || active === element.ownerDocument.body)
      element.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])')?.focus()
  }, [page, isTaken, announce, t])
}
