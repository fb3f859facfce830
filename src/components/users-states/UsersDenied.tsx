import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { fillNodes } from '../../primitives/element/fill-nodes.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'

/** Props of {@link UsersDenied}. */
export interface UsersDeniedProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  /** The company whose users the viewer may not see. @default no name */
  companyName?: string | undefined
  /** The label of the permission that is missing. */
  permission?: string | undefined
  /** The viewer's role. */
  roleName?: string | undefined
  /** Why, as a sentence, if it isn't for a permission. */
  reason?: string | undefined
  /** Called by *Ask for access*. Without it there is no button. */
  onRequestAccess?: (() => void) | undefined
}

/** Replaces the users that the viewer may not see: which permission is missing, and who can give it. */
export const UsersDenied = forwardRef<HTMLDivElement, UsersDeniedProps>(function UsersDenied(
  { companyName, permission, roleName, reason, onRequestAccess, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).denied
  const [asked, setAsked] = useState(false)

  const text =
    reason ??
    (permission === undefined || roleName === undefined
      ? t.textWithoutNames
      : fillNodes(t.text, {
          permission: (
            <strong>
              <bdi>{permission}</bdi>
            </strong>
          ),
          roleName: <bdi>{roleName}</bdi>,
        }))

  return (
    <EmptyState
      ref={ref}
      icon="lock"
      title={companyName === undefined ? t.titleWithoutName : t.title({ companyName })}
      text={text}
      actions={
        onRequestAccess && (
          <Button
            icon={asked ? 'check' : undefined}
            aria-disabled={asked}
            onClick={() => {
              setAsked(true)
              onRequestAccess()
            }}
          >
            {asked ? t.asked : t.ask}
          </Button>
        )
      }
      {...rest}
    />
  )
})
