import { type RefObject, useState } from 'react'
import { observeSize } from '../../primitives/element/observe-size.ts'
import { useIsomorphicLayoutEffect } from '../../primitives/element/useIsomorphicLayoutEffect.ts'

/** Returns whether an element is at least this wide, in pixels, or undefined before it is measured. */
export function useIsWide(ref: RefObject<HTMLElement | null>, width: number): boolean | undefined {
  const [isWide, setIsWide] = useState<boolean>()
  useIsomorphicLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      // A hidden element, as in a closed tab of the host, keeps its last state.
      if (element.clientWidth > 0) setIsWide(element.clientWidth >= width)
    }
    measure()
    return observeSize([element], measure)
  }, [ref, width])
  return isWide
}
