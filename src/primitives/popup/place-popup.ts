/** Where a popup is placed beside its anchor. */
export interface Placement {
  /** The side that is tried first. @default 'bottom' */
  side?: 'top' | 'bottom'
  /** Which edges line up, in writing direction. @default 'start' */
  align?: 'start' | 'center' | 'end'
  /** Whether it is as wide as the anchor. @default false */
  fit?: boolean
}

const gap = 4
const edge = 8

/**
 * Places an open popup beside its anchor and inside the viewport. It uses the other side if there is more room, and
 * limits the height to the room. It measures the elements, so that it also works inside a shadow root.
 */
export function placePopup(anchor: Element, popup: HTMLElement, placement: Placement = {}): void {
  const { side = 'bottom', align = 'start', fit = false } = placement
  const { style } = popup
  const { clientWidth, clientHeight } = document.documentElement
  const box = anchor.getBoundingClientRect()
  // Boxes are in screen pixels; styles and offsets are in the pixels of a host that zooms.
  const zoom = popup.currentCSSZoom ?? 1
  const px = (length: number) => `${length / zoom}px`

  style.maxBlockSize = ''
  if (fit) style.inlineSize = px(box.width)
  const width = popup.offsetWidth * zoom
  const height = popup.offsetHeight * zoom

  const below = clientHeight - box.bottom - gap - edge
  const above = box.top - gap - edge
  const first = side === 'bottom' ? below : above
  const other = side === 'bottom' ? above : below
  const isBelow = (side === 'bottom') === (height <= first || first >= other)
  const room = Math.max(isBelow ? below : above, 0)

  const atRight = (align === 'end') !== (getComputedStyle(anchor).direction === 'rtl')
  const left =
    align === 'center' ? box.left + (box.width - width) / 2 : atRight ? box.right - width : box.left

  if (height > room) style.maxBlockSize = px(room)
  style.top = px(isBelow ? box.bottom + gap : box.top - gap - Math.min(height, room))
  style.left = px(Math.max(edge, Math.min(left, clientWidth - width - edge)))
}
