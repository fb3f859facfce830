import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { usersTableMessages } from '../../messages/users-table.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'

/** Props of {@link UsersEmpty}. */
export interface UsersEmptyProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** The company that has no other users yet. */
  companyName: string
}

/** Replaces the list of a company without users. */
export const UsersEmpty = forwardRef<HTMLDivElement, UsersEmptyProps>(function UsersEmpty(
  { companyName, ...rest },
  ref,
) {
  const t = useMessages(usersTableMessages).empty
  return <EmptyState ref={ref} icon="users" title={t.title} text={t.text({ companyName })} {...rest} />
})
