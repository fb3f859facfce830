import { memo } from 'react'
import { usersSettingsMessages } from '../messages/users-settings.ts'
import { useMessages } from '../primitives/roster-ui/useMessages.ts'
import { Skeleton } from '../primitives/skeleton/Skeleton.tsx'
import { InviteUserButton, type InviteUserButtonProps } from './invite/InviteUserButton.tsx'

interface SettingsHeadProps extends Pick<InviteUserButtonProps, 'onOpenUser' | 'onOpenInvitation'> {
  /** For the heading that names the page. */
  titleId: string
  /** Whether the company isn't known yet. */
  isLoading: boolean
  companyName: string | undefined
  /** Whether the open tab has *Invite user*. */
  invites: boolean
}

/** The title, the description and the primary button. */
export const SettingsHead = memo(function SettingsHead({
  titleId,
  isLoading,
  companyName,
  invites,
  ...opening
}: SettingsHeadProps) {
  const t = useMessages(usersSettingsMessages)
  return (
    <header className="roster-page-head">
      <div className="roster-page-heading">
        <h1 id={titleId} className="roster-page-title">
          {t.title}
        </h1>
        <p className="roster-page-description">
          {isLoading ? (
            <Skeleton length={5} />
          ) : companyName === undefined ? (
            t.descriptionWithoutName
          ) : (
            t.description({ companyName })
          )}
        </p>
      </div>
      {invites && <InviteUserButton {...opening} />}
    </header>
  )
})
