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
 * Places an open popup beside its anchor and inside the viewport. It uses the other side if there is more room, and
 * limits the height to the room. It measures the elements, so that it also works inside a shadow root.
 */
export function placePopup(
  anchor: Element,
  popup: HTMLElement,
  { side = 'bottom', align, fit }: Placement,
): void {
  const { style } = popup
  const { clientWidth, clientHeight: windowHeight } = document.documentElement
  const view = window.visualViewport
  // The keyboard of a touch screen covers a part of the window without making it smaller, and so does zooming in.
  const clientHeight = view ? view.height + view.offsetTop : windowHeight
  const box = anchor.getBoundingClientRect()
  // Boxes are in screen pixels; styles and offsets are in the pixels of a host that zooms.
  const zoom = popup.currentCSSZoom ?? 1
  const px = (length: number) => `${length / zoom}px`

  const scrolled = scrollsIn(popup)
  style.maxBlockSize = ''
  if (fit) style.inlineSize = px(box.width)
  const width = popup.offsetWidth * zoom
  const height = popup.offsetHeight * zoom

  const below = clientHeight - box.bottom - gap - edge
  const above = box.top - gap - edge
  const isBelow = side === 'bottom' ? height <= below || below >= above : height > above && above < below
  const room = Math.max(isBelow ? below : above, Math.min(minimum, clientHeight - 2 * edge))
  const tall = Math.min(height, room)

  const atRight = (align === 'end') !== (getComputedStyle(anchor).direction === 'rtl')
  const left =
    align === 'center' ? box.left + (box.width - width) / 2 : atRight ? box.right - width : box.left
  const within = (start: number, length: number, limit: number) =>
    Math.max(edge, Math.min(start, limit - length - edge))

  style.maxBlockSize = px(room)
  // What it contains may grow: away from the anchor.
  const start = gap + (isBelow ? box.bottom : windowHeight - box.top)
  const place = px(within(start, tall, isBelow ? clientHeight : windowHeight))
  style.left = px(within(left, width, clientWidth))
  style.top = isBelow ? place : 'auto'
  style.bottom = isBelow ? 'auto' : place
  for (const { element, top } of scrolled) element.scrollTop = top
}

/** How far a popup and the lists in it are scrolled: measuring without a limit scrolls them to their start. */
const scrollsIn = (popup: HTMLElement) =>
  popup.style.maxBlockSize === ''
    ? []
    : [popup, ...popup.querySelectorAll('*')]
        .map((element) => ({ element, top: element.scrollTop }))
        .filter(({ top }) => top > 0)
