import { forwardRef } from 'react'
import { State, type StateProps } from './State.tsx'

/** Props of {@link EmptyState}. The default icon is for a search without a match. */
export interface EmptyStateProps extends Omit<StateProps, 'icon' | 'tone'> {
  /** @default 'search' */
  icon?: StateProps['icon']
}

/** Replaces a list that is empty, has no match or isn't allowed, and says what to do. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { icon = 'search', ...rest },
  ref,
) {
  return <State ref={ref} icon={icon} {...rest} />
})
