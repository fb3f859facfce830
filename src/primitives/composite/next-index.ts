/** How keys move among items. */
export interface Movement {
  /** Up and down, or left and right in the direction of the text. */
  axis: 'vertical' | 'ltr' | 'rtl'
  /** Whether the last item is followed by the first. */
  wraps: boolean
  /** How many items Page Up and Page Down move by; without it they do nothing. */
  page?: number
  /** Whether Home and End go to the ends. @default true */
  ends?: boolean
}

const arrows = {
  vertical: ['ArrowUp', 'ArrowDown'],
  ltr: ['ArrowLeft', 'ArrowRight'],
  rtl: ['ArrowRight', 'ArrowLeft'],
} as const

/** Returns the index that a key moves to from `at`, which is -1 before the first move. Undefined for other keys. */
export function nextIndex(key: string, at: number, count: number, movement: Movement): number | undefined {
  const { axis, wraps, page, ends = true } = movement
  const last = count - 1
  if (count === 0) return undefined
  if (ends && key === 'Home') return 0
  if (ends && key === 'End') return last
  if (page !== undefined && key === 'PageUp') return Math.max(at - page, 0)
  if (page !== undefined && key === 'PageDown') return Math.min(at + page, last)
  const [back, forward] = arrows[axis]
  if (key === forward) return at < last ? at + 1 : wraps ? 0 : last
  if (key === back) return at > 0 ? at - 1 : wraps || at < 0 ? last : 0
  return undefined
}
