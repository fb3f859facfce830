import { isInTopLayer } from './top-layer.ts'

type Sides = Pick<DOMRect, 'top' | 'bottom' | 'left' | 'right'>

const overlap = (a: Sides, b: Sides) =>
  a.bottom > b.top && a.top < b.bottom && a.right > b.left && a.left < b.right

/** Whether a part of an element is inside the window, and inside each element around it that clips. */
export function isSeen(element: HTMLElement): boolean {
  const box = element.getBoundingClientRect()
  if (!overlap(box, { top: 0, left: 0, bottom: window.innerHeight, right: window.innerWidth })) return false
  const { body } = element.ownerDocument
  for (let inside = element; !isInTopLayer(inside); ) {
    const around = inside.parentElement
    if (around === null || around === body) return true
    if (getComputedStyle(around).overflowY !== 'visible' && !overlap(box, around.getBoundingClientRect()))
      return false
    inside = around
  }
  return true
}

/** Whether the middle of an element isn't below something else, such as the head of a table. */
export function isUncovered(element: HTMLElement): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect()
  const tree = element.getRootNode() as Document | ShadowRoot
  const hit = tree.elementFromPoint((left + right) / 2, (top + bottom) / 2)
  return hit === null || element.contains(hit) || hit.contains(element)
}
