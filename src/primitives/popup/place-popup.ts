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
/** The height of three and a half items. In a window with less room beside the anchor, a popup covers it. */
const minimum = 120

/**
 * Returns where the visible part of the window begins and ends. The keyboard of a touch screen covers a part of the window
 * without making it smaller, and so does zooming in.
 */
export function visiblePart(): [top: number, bottom: number] {
  const { offsetTop, height } = window.visualViewport ?? { offsetTop: 0, height: innerHeight }
  return [offsetTop, offsetTop + height]
}

/**
 * Places an open popup beside its anchor and inside the viewport. It uses the other side if there is more room, and
 * limits the height to the room. It measures the elements, so that it also works inside a shadow root.
 */
export function placePopup(
  anchor: Element,
  popup: HTMLElement,
  { side = 'bottom', align, fit }: Placement,
): void {
  const { style } = popup
  const { clientWidth, clientHeight } = document.documentElement
  const [top, bottom] = visiblePart()
  const box = anchor.getBoundingClientRect()
  // Boxes are in screen pixels; styles and offsets are in the pixels of a host that zooms.
  const zoom = popup.currentCSSZoom ?? 1
  const px = (length: number) => `${length / zoom}px`

  // Measuring without a limit scrolls the popup and the lists in it to their start.
  const scrolls = [popup, ...popup.querySelectorAll('*')].map(
    (element) => [element, element.scrollTop] as const,
  )
  style.maxBlockSize = ''
  if (fit) style.inlineSize = px(box.width)
  const width = popup.offsetWidth * zoom
  const height = popup.offsetHeight * zoom

  const below = bottom - box.bottom - gap - edge
  const above = Math.min(box.top, bottom) - top - gap - edge
  const isBelow = side === 'bottom' ? height <= below || below >= above : height > above && above < below
  const room = Math.max(isBelow ? below : above, Math.min(minimum, bottom - top - 2 * edge))
  const tall = Math.min(height, room)

  const atRight = (align === 'end') !== (getComputedStyle(anchor).direction === 'rtl')
  const left =
    align === 'center' ? box.left + (box.width - width) / 2 : atRight ? box.right - width : box.left
  const within = (start: number, length: number, from: number, to: number) =>
    px(Math.max(from + edge, Math.min(start, to - length - edge)))

  style.maxBlockSize = px(room)
  // What it contains may grow: away from the anchor.
  const place = isBelow
    ? within(box.bottom + gap, tall, top, bottom)
    : within(clientHeight - box.top + gap, tall, clientHeight - bottom, clientHeight - top)
  style.left = within(left, width, 0, clientWidth)
  style.top = isBelow ? place : 'auto'
  style.bottom = isBelow ? 'auto' : place
  for (const [element, start] of scrolls) if (start) element.scrollTop = start
}
