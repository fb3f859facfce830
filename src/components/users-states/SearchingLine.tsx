import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { classNames } from '../../primitives/element/class-names.ts'
import { Spinner } from '../../primitives/spinner/Spinner.tsx'

interface SearchingLineProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Names the query that is loading. */
  text: string
}

/** Covers the first row of a table whose rows belong to an earlier query, and names the query that is loading. */
export const SearchingLine = forwardRef<HTMLDivElement, SearchingLineProps>(function SearchingLine(
  { text, className, ...rest },
  ref,
) {
  return (
    <div ref={ref} role="status" className={classNames('roster-users-searching', className)} {...rest}>
      <p className="roster-users-searching-line">
        <Spinner />
        <span className="roster-users-searching-text" dir="auto">
          {text}
        </span>
      </p>
    </div>
  )
})
