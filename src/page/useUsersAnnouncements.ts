import { useEffect, useRef } from 'react'
import type { UsersListResult } from '../hooks/useUsersList.ts'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../primitives/roster-ui/useNotices.ts'

/** Announces to screen readers how many users a search or filter found, and that changes are waiting. */
export function useUsersAnnouncements(users: UsersListResult): void {
  const { status, query, total, isFetching, isPlaceholder, changes } = users
  const t = useMessages(usersSettingsMessages)
  const { announce } = useNotices()
  const { search, roleIds, teamIds } = query
  const asked = JSON.stringify([search, roleIds, teamIds])
  const answered = useRef(asked)
  const isAnswered = status === 'ready' && !isFetching && !isPlaceholder

  useEffect(() => {
    if (!isAnswered || answered.current === asked) return
    answered.current = asked
    announce(t.found({ count: total }))
  }, [isAnswered, asked, total, announce, t])

  const waits = changes > 0
  useEffect(() => {
    if (waits) announce(t.changes({ count: changes, start: '', end: '' }))
  }, [waits, changes, announce, t])
}
