import { useEffect, useRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { AnyList } from './any-list.ts'

/** Announces to screen readers how many rows a search or filter found, and that changes are waiting. */
export function useListAnnouncements(
  { status, query, total, isFetching, isPlaceholder, changes }: AnyList,
  found: (parameters: { count: number }) => string,
): void {
  const t = useMessages(usersSettingsMessages)
  const { announce } = useNotices()
  const { sort: _, ...question } = query
  const asked = JSON.stringify(question)
  const answered = useRef(asked)
  const isAnswered = status === 'ready' && !isFetching && !isPlaceholder

  useEffect(() => {
    if (!isAnswered || answered.current === asked) return
    answered.current = asked
    announce(found({ count: total }))
  }, [isAnswered, asked, total, announce, found])

  const waits = changes > 0
  useEffect(() => {
    if (waits) announce(t.changes({ count: changes, start: '', end: '' }))
  }, [waits, changes, announce, t])
}
