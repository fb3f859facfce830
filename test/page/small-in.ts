const controls =
  'button, input:not([type="hidden"]), a[href], select, textarea, [role="option"], [role="radio"]'

/** What a press reaches: a field inside its label is as large as the label, and a checkbox as what is drawn over it. */
function targetOf(control: Element): { width: number; height: number } {
  const { width, height } = (control.closest('label') ?? control).getBoundingClientRect()
  const over = getComputedStyle(control, '::after')
  const drawn = over.position === 'absolute' ? [over.width, over.height].map(Number.parseFloat) : []
  return { width: Math.max(width, drawn[0] ?? 0), height: Math.max(height, drawn[1] ?? 0) }
}

/** The controls whose target is smaller than this, in pixels. */
export function smallIn(root: Element, size: number, skip = '') {
  return [...root.querySelectorAll(controls)]
    .filter(
      (control) => control.checkVisibility({ visibilityProperty: true }) && !(skip && control.matches(skip)),
    )
    .flatMap((control) => {
      const { width, height } = targetOf(control)
      if (width === 0 || (width >= size - 0.5 && height >= size - 0.5)) return []
      const name = control.getAttribute('aria-label') ?? control.textContent
      return [`${control.className} “${name}” ${Math.round(width)} × ${Math.round(height)}`]
    })
}
