import type { RefObject } from 'react'
import type { User } from '../../contract/users.ts'
import { userPanelMessages } from '../../messages/user-panel.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import type { BoundaryFailure } from '../../primitives/boundary/Boundary.tsx'
import { PartFailed } from '../../primitives/boundary/PartFailed.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { userName } from '../wording/user-name.ts'

interface UserPanelFailedProps {
  failure: BoundaryFailure
  user: User
  /** Takes the focus when *Try again* removes itself. */
  heading: RefObject<HTMLElement | null>
}

/** Shown instead of the details of a user that failed to load or to render. */
export function UserPanelFailed({ failure, user, heading }: UserPanelFailedProps) {
  const t = useMessages(userPanelMessages)
  const users = useMessages(usersTableMessages)
  return (
    <div className="roster-panel-body">
      <PartFailed
        failure={failure}
        title={t.detailsFailed({ name: userName(user, users) })}
        besideList
        onRetry={() => heading.current?.focus()}
      />
    </div>
  )
}
