import { Skeleton } from '../../../primitives/skeleton/Skeleton.tsx'

interface SectionSkeletonProps {
  /** Roles have a line of description, teams don't. */
  shape: 'one-line' | 'two-lines'
}

const lengths = [2, 4, 3, 5] as const

/** Placeholders for choices that are loading. */
export function SectionSkeleton({ shape }: SectionSkeletonProps) {
  return (
    <div className="roster-panel-skeleton" data-shape={shape}>
      {lengths.map((length) => (
        <div key={length} className="roster-panel-skeleton-row">
          <Skeleton shape="box" />
          <div className="roster-panel-skeleton-lines">
            <Skeleton length={length} />
            {shape === 'two-lines' && <Skeleton length={7} faint />}
          </div>
        </div>
      ))}
    </div>
  )
}
