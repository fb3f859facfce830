import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { linkText } from '../../messages/link-text.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { classNames } from '../../primitives/element/class-names.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Props of {@link UsersChanges}. */
export interface UsersChangesProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  /** The number of changes. */
  changes: number
  /** Called to show the changes. */
  onRefresh: () => void
}

/** Offers waiting changes of the list, such as "3 changes, refresh", so that no row moves under the pointer. */
export const UsersChanges = forwardRef<HTMLSpanElement, UsersChangesProps>(function UsersChanges(
  { changes, onRefresh, className, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const { before, link, after } = linkText((marks) => t.changes({ count: changes, ...marks }))
  return (
    <span ref={ref} className={classNames('roster-users-changes', className)} {...rest}>
      <Icon name="refresh" size="small" />
      <span>{before}</span>
      <Button variant="link" onClick={onRefresh}>
        {link}
      </Button>
      <span>{after}</span>
    </span>
  )
})
