const shown = [
  'color',
  'fontStyle',
  'letterSpacing',
  'textTransform',
  'textShadow',
  'boxShadow',
  'backgroundColor',
] as const

/** What a person sees of each element of ours: its box, to half a pixel, and how its text looks. */
export function look(root: Element): string[] {
  const origin = root.getBoundingClientRect()
  const drawn = [...root.querySelectorAll('[class^="roster-"]')].filter(
    (one) => one.getClientRects().length > 0,
  )
  return drawn.map((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const box = [left - origin.left, top - origin.top, width, height].map(
      (length) => Math.round(length * 2) / 2,
    )
    return [element.getAttribute('class'), ...box, ...shown.map((property) => style[property])].join(' ')
  })
}
