import { forwardRef } from 'react'
import { State, type StateProps } from './State.tsx'

/** An empty state; `icon` is the glass by default, for a search without a match. */
export interface EmptyStateProps extends Omit<StateProps, 'icon' | 'tone'> {
  /** @default 'search' */
  icon?: StateProps['icon']
}

/** Nothing is here, or nothing matches, and what to do about it. Also denial, with a lock. */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { icon = 'search', ...rest },
  ref,
) {
  return <State ref={ref} icon={icon} {...rest} />
})
