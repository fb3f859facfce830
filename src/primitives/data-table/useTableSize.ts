import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import { useIsomorphicLayoutEffect } from './useIsomorphicLayoutEffect.ts'

/** Pixels that layout depends on. */
export interface TableSize {
  /** Width of the container; undefined before it is measured. */
  width: number | undefined
  /** Height in which rows are seen. */
  viewport: number
  head: number
  row: number
}

/** The elements that are measured. */
export interface UseTableSizeOptions {
  scrollRef: RefObject<HTMLElement | null>
  headRef: RefObject<HTMLElement | null>
  bodyRef: RefObject<HTMLElement | null>
}

/** What a server draws: some rows, as if on a wide screen. */
const unmeasured: TableSize = { width: undefined, viewport: 416, head: 36, row: 52 }

/** The measures of a table, kept up with its container, its density and its theme. */
export function useTableSize({ scrollRef, headRef, bodyRef }: UseTableSizeOptions): TableSize {
  const [size, setSize] = useState(unmeasured)

  useIsomorphicLayoutEffect(() => {
    const scroll = scrollRef.current
    const head = headRef.current
    const body = bodyRef.current
    if (!scroll || !head || !body) return
    const measure = () =>
      setSize((last) => {
        const next = {
          width: scroll.clientWidth,
          viewport: scroll.clientHeight - head.offsetHeight,
          head: head.offsetHeight,
          row: body.firstElementChild?.getBoundingClientRect().height || last.row,
        }
        // Hidden, as in a closed tab: it comes back as it was.
        if (next.width === 0 || next.viewport <= 0) return last
        return sameSize(last, next) ? last : next
      })
    measure()
    // Observers run before the frame is painted; the rows must be there by then.
    const observer = new ResizeObserver(() => flushSync(measure))
    for (const element of [scroll, head, body]) observer.observe(element)
    return () => observer.disconnect()
  }, [scrollRef, headRef, bodyRef])

  return size
}

const sameSize = (a: TableSize, b: TableSize) =>
  a.width === b.width && a.viewport === b.viewport && a.head === b.head && Math.abs(a.row - b.row) < 0.01
