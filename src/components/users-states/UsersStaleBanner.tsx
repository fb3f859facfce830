import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ErrorCode } from '../../contract/problems.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { statesMessages } from '../../messages/states.ts'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Banner } from '../../primitives/banner/Banner.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Why the rows may be out of date. */
export interface UsersStaleBannerProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  reason: 'offline' | ErrorCode
  /** When they were loaded, in milliseconds. */
  loadedAt: number
  onRetry: () => void
  /** It is being tried. @default false */
  retrying?: boolean
}

/** Lies over the foot of the rows while they are those of before. */
export const UsersStaleBanner = forwardRef<HTMLDivElement, UsersStaleBannerProps>(function UsersStaleBanner(
  { reason, loadedAt, onRetry, retrying = false, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages)
  const states = useMessages(statesMessages)
  const errors = useMessages(errorsMessages)
  const time = useFormats().time(loadedAt)
  if (reason === 'offline')
    return (
      <Banner ref={ref} icon="offline" title={t.offline.title} text={t.offline.text({ time })} {...rest} />
    )
  return (
    <Banner
      ref={ref}
      title={t.stale.title({ time })}
      text={errorSentence(errors, reason)}
      action={
        <Button variant="quiet" pending={retrying} onClick={onRetry}>
          {states.tryAgain}
        </Button>
      }
      {...rest}
    />
  )
})
