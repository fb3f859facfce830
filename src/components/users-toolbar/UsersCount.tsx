import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'

/** How many users there are. */
export interface UsersCountProps {
  /** `of` is the number of all users if fewer match. `atLeast` means that counting stopped early. */
  count: 'loading' | { shown: number; of?: number; shownIs?: 'exact' | 'atLeast' } | undefined
}

/** The number of users, such as "128 users" or "12 of 128", or a placeholder while it is loading. */
export function UsersCount({ count }: UsersCountProps) {
  const t = useMessages(usersSettingsMessages).toolbar
  const formats = useFormats()
  const text = () => {
    if (count === undefined || count === 'loading') return
    const { shown, of, shownIs } = count
    if (of !== undefined && of > shown)
      return t.countOf({ shown: formats.number(shown), total: formats.number(of) })
    return shownIs === 'atLeast' ? t.countAtLeast({ count: shown }) : t.count({ count: shown })
  }
  return (
    <span className="roster-count" dir="auto" data-loading={count === 'loading' ? '' : undefined}>
      {count === 'loading' ? <Skeleton length={8} /> : text()}
    </span>
  )
}
