import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { classNames } from '../../primitives/element/class-names.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { Spinner } from '../../primitives/spinner/Spinner.tsx'
import { questionSentence, type UsersQuestion } from './question.ts'

/** Props of {@link UsersSearching}. */
export interface UsersSearchingProps
  extends Omit<ComponentPropsWithoutRef<'div'>, 'children'>,
    UsersQuestion {}

/** Covers the first row of a table whose rows belong to an earlier query, and names the query that is loading. */
export const UsersSearching = forwardRef<HTMLDivElement, UsersSearchingProps>(function UsersSearching(
  { search, roleNames, teamNames, className, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  return (
    <div ref={ref} role="status" className={classNames('roster-users-searching', className)} {...rest}>
      <p className="roster-users-searching-line">
        <Spinner />
        <span className="roster-users-searching-text" dir="auto">
          {questionSentence(t.searching, { search, roleNames, teamNames })}
        </span>
      </p>
    </div>
  )
})
