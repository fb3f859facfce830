import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import type { UsersQuestion } from './question.ts'

/** Props of {@link UsersNoMatch}. */
export interface UsersNoMatchProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'>, UsersQuestion {
  /** Called to clear the search and all filters. */
  onClear: () => void
}

/** Replaces a list without a match: what was searched for, and *Clear search and filters*. */
export const UsersNoMatch = forwardRef<HTMLDivElement, UsersNoMatchProps>(function UsersNoMatch(
  { search, roleNames = [], teamNames = [], otherFilters = 0, onClear, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).noMatch
  const [roleName] = roleNames
  const [teamName] = teamNames
  const one = roleNames.length + teamNames.length + otherFilters === 1
  const hasFilters = roleNames.length + teamNames.length + otherFilters > 0

  const sentence = () => {
    if (!hasFilters && search) return t.search({ search })
    if (one && roleName) return search ? t.roleSearch({ roleName, search }) : t.role({ roleName })
    if (one && teamName) return search ? t.teamSearch({ teamName, search }) : t.team({ teamName })
    return search ? t.both({ search }) : t.filters
  }

  return (
    <EmptyState
      ref={ref}
      title={t.title}
      text={sentence()}
      actions={<Button onClick={onClear}>{t.clear}</Button>}
      {...rest}
    />
  )
})
