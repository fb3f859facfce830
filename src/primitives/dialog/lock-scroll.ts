let locks = 0
let before = { overflow: '', scrollbarGutter: '' }

/**
 * Prevents the page from scrolling behind a dialog, and from shifting when its scrollbar disappears. Returns a function
 * that undoes it.
 */
export function lockScroll(): () => void {
  const { style, clientWidth } = document.documentElement
  if (locks === 0) {
    before = { overflow: style.overflow, scrollbarGutter: style.scrollbarGutter }
    if (innerWidth > clientWidth) style.scrollbarGutter = 'stable'
    style.overflow = 'hidden'
  }
  locks += 1
  return () => {
    locks -= 1
    if (locks > 0) return
    style.overflow = before.overflow
    style.scrollbarGutter = before.scrollbarGutter
  }
}
