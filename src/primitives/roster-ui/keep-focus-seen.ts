import { activeElement } from '../element/active-element.ts'
import { isSeen, isUncovered } from '../element/is-seen.ts'
import { controlsIn } from '../element/tabbables.ts'

/**
 * Keeps the focus in view while the keyboard is used. When a key, such as End on a radio, has scrolled the focused
 * control out of a region, the nearest control in view gets the focus, or the region itself. When a key has changed what
 * is around the control, the control is scrolled into view. A wheel, a finger or a scrollbar leaves the focus alone.
 * Returns a function that stops it.
 */
export function keepFocusSeen(root: HTMLElement): () => void {
  const page = root.ownerDocument
  const tree = root.getRootNode()
  let isByKey = false
  const lost = () => {
    const active = activeElement(root)
    const isOurs = active instanceof HTMLElement && active.closest('.roster-root') !== null
    return isByKey && isOurs && !isSeen(active) ? active : undefined
  }
  const reveal = () => lost()?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const onKeyDown = (event: Event) => {
    isByKey = true
    // A key that nothing handles may scroll.
    requestAnimationFrame(() => event.defaultPrevented && reveal())
  }
  const onClick = () => {
    if (isByKey) requestAnimationFrame(reveal)
  }
  const onPointer = () => {
    isByKey = false
  }
  const onScrolled = ({ target }: Event) => {
    const active = lost()
    const own = active?.closest<HTMLElement>('.roster-root')
    if (!active || !own || !(target instanceof Node) || !target.contains(active)) return
    // What scrolls may be the host's. Its controls and its elements are left alone.
    const region = target instanceof HTMLElement && own.contains(target) ? target : own
    if (region === active) return
    const next = nearestSeen(region, active)
    if (next) next.focus({ preventScroll: true })
    else if (region === target) focusRegion(region)
  }
  // Browsers without `scrollend` report each step of a smooth scroll.
  const scrolled = 'onscrollend' in window ? 'scrollend' : 'scroll'
  const trees = tree === page ? [page] : [page, tree]
  const listeners = [
    ['keydown', onKeyDown],
    ['click', onClick],
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
}

/** The first control in view after one that was scrolled out of it, or the last one before. */
function nearestSeen(region: HTMLElement, from: HTMLElement): HTMLElement | undefined {
  const seen = controlsIn(region).filter((control) => isSeen(control) && isUncovered(control))
  const follows = (control: HTMLElement) =>
    (from.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  return seen.find(follows) ?? seen.at(-1)
}

function focusRegion(region: HTMLElement): void {
  if (!region.hasAttribute('tabindex')) region.tabIndex = -1
  region.focus({ preventScroll: true })
}
