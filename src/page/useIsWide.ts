import { type RefObject, useState } from 'react'
import { useIsomorphicLayoutEffect } from '../primitives/element/useIsomorphicLayoutEffect.ts'

/** Whether an element is at least so wide, in pixels; undefined before it is measured. */
export function useIsWide(ref: RefObject<HTMLElement | null>, width: number): boolean | undefined {
  const [isWide, setIsWide] = useState<boolean>()
  useIsomorphicLayoutEffect(() => {
    const element = ref.current
    if (!element) return
    const measure = () => {
      // Hidden, as in a closed tab of the host's: it comes back as it was.
      if (element.clientWidth > 0) setIsWide(element.clientWidth >= width)
    }
    const observer = new ResizeObserver(measure)
    measure()
    observer.observe(element)
    return () => observer.disconnect()
  }, [ref, width])
  return isWide
}
