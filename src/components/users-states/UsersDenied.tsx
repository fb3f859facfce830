import { type ComponentPropsWithoutRef, forwardRef, useState } from 'react'
import { usersSettingsMessages } from '../../messages/users-settings.ts'
import { Button } from '../../primitives/button/Button.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'

/** Who is denied, and for want of what. */
export interface UsersDeniedProps extends Omit<ComponentPropsWithoutRef<'div'>, 'title'> {
  companyName?: string | undefined
  /** What it needs, as the server names it. */
  permission?: string | undefined
  /** The viewer's role. */
  roleName?: string | undefined
  /** Asks somebody for access; without it there is no button. */
  onRequestAccess?: (() => void) | undefined
}

/** Stands for the permission until it is set in bold; no permission is called that. */
const mark = '\u{e000}'

/** The viewer may not see users: it names the permission, and who can give it. */
export const UsersDenied = forwardRef<HTMLDivElement, UsersDeniedProps>(function UsersDenied(
  { companyName, permission, roleName, onRequestAccess, ...rest },
  ref,
) {
  const t = useMessages(usersSettingsMessages).denied
  const [asked, setAsked] = useState(false)

  const text = () => {
    if (permission === undefined || roleName === undefined) return t.textWithoutNames
    const [before, after] = t.text({ permission: mark, roleName }).split(mark)
    return (
      <>
        {before}
        <strong>{permission}</strong>
        {after}
      </>
    )
  }

  return (
    <EmptyState
      ref={ref}
      icon="lock"
      title={companyName === undefined ? t.titleWithoutName : t.title({ companyName })}
      text={text()}
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
