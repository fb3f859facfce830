import { Skeleton } from '../../../primitives/skeleton/Skeleton.tsx'

/** The placeholder of a history. */
export function ActivitySkeleton() {
  return (
    <div className="roster-panel-skeleton">
      {([6, 4, 5] as const).map((length) => (
        <div key={length} className="roster-activity-item">
          <Skeleton shape="avatar" />
          <Skeleton length={length} />
        </div>
      ))}
    </div>
  )
}
