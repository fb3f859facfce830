import type { ReactNode } from 'react'
import { Avatar } from '../../primitives/avatar/Avatar.tsx'

interface JoinPersonProps {
  name: string
  email: string
  /** A button at the end. */
  action?: ReactNode
}

/** The account that the page is about. */
export const JoinPerson = ({ name, email, action }: JoinPersonProps) => (
  <div className="roster-join-row">
    <Avatar personId={email} name={name || email} />
    <span className="roster-join-row-text">
      <bdi className="roster-join-row-name">{name || email}</bdi>
      {name && (
        <span className="roster-join-row-note" dir="ltr">
          {email}
        </span>
      )}
    </span>
    {action}
  </div>
)
