import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Changes that wait. */
export interface UsersChangesProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** How many. */
  changes: number
  onRefresh: () => void
}

/** "3 changes, refresh": rows never move under the pointer, they are offered. */
export const UsersChanges = forwardRef<HTMLSpanElement, UsersChangesProps>(function UsersChanges(
  { changes, onRefresh, className, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  return (
    <span ref={ref} className={classNames('roster-users-changes', className)} {...rest}>
      <bdi>{t.changes({ count: changes })}</bdi>{' '}
      <Button variant="link" onClick={onRefresh}>
        {t.refresh}
      </Button>
    </span>
  )
})
