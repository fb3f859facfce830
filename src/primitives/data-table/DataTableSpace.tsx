import { useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'

/** The height of rows that aren't rendered. It is set through the CSSOM, so that server output has no inline style. */
export function DataTableSpace({ height }: { height: number }) {
  const ref = useRef<HTMLTableSectionElement>(null)
  useIsomorphicLayoutEffect(() => {
    if (ref.current) ref.current.style.blockSize = `${height}px`
  }, [height])
  return <tbody ref={ref} className="roster-table-space" aria-hidden="true" />
}
