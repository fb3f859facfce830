import { Skeleton } from '../../primitives/skeleton/Skeleton.tsx'

const lengths = [4, 3, 5, 3, 4, 5] as const

/** The placeholder of a user who is loading. */
export function UserSkeleton({ index }: { index: number }) {
  const length = lengths[index % lengths.length] ?? 4
  const longer = lengths[(index + 2) % lengths.length] ?? 5
  return (
    <div className="roster-user">
      <Skeleton shape="avatar" />
      <div className="roster-user-text" data-loading="">
        <Skeleton length={length} />
        <Skeleton length={longer === 3 ? 5 : longer} faint />
      </div>
    </div>
  )
}
