import { memo } from 'react'
import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'
import { UserSkeleton } from './UserSkeleton.tsx'

const rows = Array.from({ length: 12 }, (_, index) => index)

/** The shape of the table while its code is loading: a head and rows as high as its own. */
export const UsersTableOutline = memo(() => (
  <div className="roster-users-outline" aria-hidden="true">
    <div className="roster-users-outline-head" />
    {rows.map((index) => (
      <div key={index} className="roster-users-outline-row">
        <UserSkeleton index={index} />
        <Skeleton length={index % 2 === 0 ? 4 : 5} />
        <Skeleton length={3} />
      </div>
    ))}
  </div>
))
