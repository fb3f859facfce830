import type { RefObject } from 'react'
import type { User } from '../../contract/users.ts'
import { userPanelFrameMessages } from '../../messages/user-panel-frame.ts'
import { usersTableMessages } from '../../messages/users-table.ts'
import type { BoundaryFailure } from '../../primitives/boundary/Boundary.tsx'
import { PartFailed } from '../../primitives/boundary/PartFailed.tsx'
import { isFocusLost } from '../../primitives/element/is-focus-lost.ts'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { userName } from '../wording/user-name.ts'

interface UserPanelFailedProps {
  failure: BoundaryFailure
  /** Undefined if they aren't known. */
  user: User | undefined
  /** Takes the focus when *Try again* removes itself. */
  heading: RefObject<HTMLElement | null>
}

/** Shown instead of the details of a user that failed to load or to render. */
export function UserPanelFailed({ failure, user, heading }: UserPanelFailedProps) {
  const t = useMessages(userPanelFrameMessages)
  const users = useMessages(usersTableMessages)
  const { attempts } = failure
  useIsomorphicLayoutEffect(() => {
    if (attempts > 0 && heading.current && isFocusLost(heading.current)) heading.current.focus()
  }, [attempts, heading])
  return (
    <div className="roster-panel-body">
      <PartFailed
        failure={failure}
        title={user ? t.detailsFailed({ name: userName(user, users) }) : t.error}
        besideList
        onRetry={() => heading.current?.focus()}
      />
    </div>
  )
}
