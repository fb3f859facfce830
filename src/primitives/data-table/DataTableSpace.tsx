import { useRef } from 'react'
import { useIsomorphicLayoutEffect } from '../element/useIsomorphicLayoutEffect.ts'

/** The height of rows that are not drawn, set through the CSSOM: server output carries no inline style. */
export function DataTableSpace({ height }: { height: number }) {
  const ref = useRef<HTMLTableSectionElement>(null)
  useIsomorphicLayoutEffect(() => {
    if (ref.current) ref.current.style.blockSize = `${height}px`
  }, [height])
  return <tbody ref={ref} className="roster-table-space" aria-hidden="true" />
}
