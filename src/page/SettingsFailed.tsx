import type { RefObject } from 'react'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import type { BoundaryFailure } from '../primitives/boundary/Boundary.tsx'
import { PartFailed } from '../primitives/boundary/PartFailed.tsx'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'

interface SettingsFailedProps {
  failure: BoundaryFailure
  titleId: string
  /** Takes the focus when *Try again* removes itself. */
  page: RefObject<HTMLElement | null>
}

/** Shown instead of the whole page after an exception in it. */
export function SettingsFailed({ failure, titleId, page }: SettingsFailedProps) {
  const t = useMessages(usersSettingsMessages)
  const focusPage = () => {
    page.current?.setAttribute('tabindex', '-1')
    page.current?.focus({ preventScroll: true })
  }
  return <PartFailed failure={failure} title={<span id={titleId}>{t.pageFailed}</span>} onRetry={focusPage} />
}
