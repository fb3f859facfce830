import { type RefObject, useEffect, useRef } from 'react'

/** Tells of a click on the layer itself: pressed and released there, so that a selection dragged out is none. */
export function useLightDismiss(
  layer: RefObject<HTMLElement | null>,
  onDismiss: (() => void) | undefined,
): void {
  const latest = useRef(onDismiss)
  useEffect(() => {
    latest.current = onDismiss
  })
  useEffect(() => {
    const element = layer.current
    if (!element) return
    let pressed = false
    const onPointerDown = (event: Event) => {
      pressed = event.target === element
    }
    const onClick = (event: Event) => {
      if (pressed && event.target === element) latest.current?.()
    }
    element.addEventListener('pointerdown', onPointerDown)
    element.addEventListener('click', onClick)
    return () => {
      element.removeEventListener('pointerdown', onPointerDown)
      element.removeEventListener('click', onClick)
    }
  }, [layer])
}
