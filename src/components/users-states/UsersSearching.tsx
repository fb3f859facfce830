import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { questionSentence, type UsersQuestion } from './question.ts'
import { SearchingLine } from './SearchingLine.tsx'

/** Props of {@link UsersSearching}. */
export interface UsersSearchingProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsersQuestion {}

/** Covers the first row of a table whose rows belong to an earlier query, and names the query that is loading. */
export const UsersSearching = forwardRef<HTMLDivElement, UsersSearchingProps>(function UsersSearching(
  { search, roleNames, teamNames, otherFilters, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const text = questionSentence(t.searching, { search, roleNames, teamNames, otherFilters })
  return <SearchingLine ref={ref} text={text} {...rest} />
})
