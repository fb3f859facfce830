let locks = 0
let before = { overflow: '', scrollbarGutter: '' }

/** Keeps the page from scrolling behind a dialog, and from shifting as its scrollbar goes. Returns the undoing. */
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
