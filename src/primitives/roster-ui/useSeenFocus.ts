import { useEffect } from 'react'
import { activeElement } from '../element/active-element.ts'
import { controlsIn } from '../element/tabbables.ts'

type Sides = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

/**
 * Keeps the focus in view. When a key, such as End on a radio, has scrolled the focused control out of a region, the
 * nearest control in view gets the focus, or the region itself. A wheel, a finger or a scrollbar leaves the focus alone.
 */
export function useSeenFocus(root: HTMLElement | null): void {
  useEffect(() => {
    if (!root) return
    const tree = root.getRootNode()
    const page = root.ownerDocument
    let isByKey = false
    const onKeyDown = () => {
      isByKey = true
    }
    const onPointer = () => {
      isByKey = false
    }
    const onScrolled = ({ target }: Event) => {
      const active = activeElement(root)
      if (!isByKey || !(active instanceof HTMLElement)) return
      const own = active.closest<HTMLElement>('.roster-root')
      const region = target instanceof HTMLElement ? target : own
      if (!own || !region?.contains(active) || region === active) return
      const view = target === region ? viewOf(region) : pageView()
      const next = overlaps(active, view) ? undefined : nearestInView(region, active, view)
      if (next) next.focus({ preventScroll: true })
      else if (!overlaps(active, view) && target === region) focusRegion(region)
    }
    // Browsers without `scrollend` report each step of a smooth scroll.
    const scrolled = 'onscrollend' in window ? 'scrollend' : 'scroll'
    const trees = tree === page ? [page] : [page, tree]
    const listeners = [
      ['keydown', onKeyDown],
      ['wheel', onPointer],
      ['pointerdown', onPointer],
      [scrolled, onScrolled],
    ] as const
    for (const [type, listener] of listeners)
      for (const one of trees) one.addEventListener(type, listener, { capture: true, passive: true })
    return () => {
      for (const [type, listener] of listeners)
        for (const one of trees) one.removeEventListener(type, listener, { capture: true })
    }
  }, [root])
}

const pageView = (): Sides => ({ top: 0, left: 0, bottom: window.innerHeight, right: window.innerWidth })

/** The part of a region that can be seen. What is below its sticky head is covered. */
function viewOf(region: HTMLElement): Sides {
  const box = region.getBoundingClientRect()
  const covered = Number.parseFloat(getComputedStyle(region).scrollPaddingTop) || 0
  const { bottom, right } = pageView()
  return {
    top: Math.max(box.top + covered, 0),
    left: Math.max(box.left, 0),
    bottom: Math.min(box.bottom, bottom),
    right: Math.min(box.right, right),
  }
}

const overlaps = (element: Element, view: Sides) => {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  return bottom > view.top && top < view.bottom && right > view.left && left < view.right
}

/** The first control in view after the one that left it upwards, or the last one before. */
function nearestInView(region: HTMLElement, from: HTMLElement, view: Sides): HTMLElement | undefined {
  const shown = controlsIn(region).filter((control) => overlaps(control, view))
  const { bottom } = from.getBoundingClientRect()
  const isAbove = bottom <= view.top
  const after = shown.findIndex(
    (control) => from.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING,
  )
  const first = after < 0 ? shown.length : after
  return isAbove ? (shown[first] ?? shown.at(-1)) : (shown[first - 1] ?? shown[0])
}

function focusRegion(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) region.tabIndex = -1
  region.focus({ preventScroll: true })
}
