import { type ComponentPropsWithoutRef, forwardRef, useEffect, useRef, useState } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'

/** Props of {@link UsersRateLimited}. */
export interface UsersRateLimitedProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Seconds to wait. */
  retryAfter: number
  /** Called when the time is up. */
  onRetry: () => void
}

/** Replaces the list after too many requests. It counts down and then loads again. */
export const UsersRateLimited = forwardRef<HTMLDivElement, UsersRateLimitedProps>(function UsersRateLimited(
  { retryAfter, onRetry, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).error
  const [left, setLeft] = useState(retryAfter)
  const latestRetry = useRef(onRetry)
  useIsomorphicLayoutEffect(() => {
    latestRetry.current = onRetry
  })
  useEffect(() => {
    if (left <= 0) return latestRetry.current()
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left])

  const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <EmptyState
      ref={ref}
      icon="clock"
      title={t.rateLimited}
      text={t.rateLimitedText}
      actions={
        <Button className="roster-users-countdown" aria-disabled>
          {t.tryAgainIn({ time })}
        </Button>
      }
      {...rest}
    />
  )
})
