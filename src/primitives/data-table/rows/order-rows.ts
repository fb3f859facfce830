/**
 * Puts the rows of a body into the order of their numbers. React renders them by slot and never moves one. This moves
 * as few as possible, and never `pinned`, since an element that moves loses the focus.
 */
export function orderRows(body: Element, numberOf: (row: Element) => number, pinned: Element | null): void {
  const rows = [...body.children]
  const numbers = rows.map(numberOf)
  if (numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0))) return
  const kept = new Set(longestRun(numbers, pinned ? rows.indexOf(pinned) : -1).map((at) => rows[at]))
  const sorted = rows
    .map((row, at) => ({ row, number: numbers[at] ?? 0 }))
    .sort((a, b) => b.number - a.number)
  let next: Element | null = null
  for (const { row } of sorted) {
    if (!kept.has(row)) body.insertBefore(row, next)
    next = row
  }
}

/** Positions of the longest run of growing numbers that holds `pinned`. */
function longestRun(numbers: readonly number[], pinned: number): number[] {
  const fits = (at: number) =>
    pinned < 0 || at === pinned || at < pinned === (numbers[at] ?? 0) < (numbers[pinned] ?? 0)
  const lengths: number[] = []
  const previous: number[] = []
  let last = -1
  for (let at = 0; at < numbers.length; at += 1) {
    lengths[at] = fits(at) ? 1 : 0
    previous[at] = -1
    if (!fits(at)) continue
    for (let earlier = 0; earlier < at; earlier += 1) {
      const longer = (lengths[earlier] ?? 0) + 1
      if (fits(earlier) && (numbers[earlier] ?? 0) < (numbers[at] ?? 0) && longer > (lengths[at] ?? 0)) {
        lengths[at] = longer
        previous[at] = earlier
      }
    }
    if (last < 0 || (lengths[at] ?? 0) > (lengths[last] ?? 0)) last = at
  }
  const run: number[] = []
  for (let at = last; at >= 0; at = previous[at] ?? -1) run.push(at)
  return run
}
