import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { Failure } from '../../base/failure.ts'
import { statesMessages } from '../../messages/states.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Banner } from '../../primitives/banner/Banner.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'

/** Props of {@link UsersStaleBanner}. */
export interface UsersStaleBannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** Why the rows couldn't be loaded again. */
  reason: 'offline' | Failure
  /** When the rows were loaded, in milliseconds. */
  loadedAt: number
  /** Called to load the list again. */
  onRetry: () => void
  /** Whether the rows are loading again. @default false */
  retrying?: boolean
}

/** Covers the bottom of a list whose rows may be out of date: since when, why, and *Try again*. */
export const UsersStaleBanner = forwardRef<HTMLDivElement, UsersStaleBannerProps>(function UsersStaleBanner(
  { reason, loadedAt, onRetry, retrying = false, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const states = useMessages(statesMessages)
  const sentence = useFailureSentence()
  const time = useFormats().time(loadedAt)
  if (reason === 'offline')
    return (
      <Banner ref={ref} icon="offline" title={t.offline.title} text={t.offline.text({ time })} {...rest} />
    )
  return (
    <Banner
      ref={ref}
      title={t.stale.title({ time })}
      text={sentence(reason)}
      action={
        <Button variant="quiet" pending={retrying} onClick={onRetry}>
          {states.tryAgain}
        </Button>
      }
      {...rest}
    />
  )
})
