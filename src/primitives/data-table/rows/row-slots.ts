/** A rendered row, and the slot whose elements it uses. */
export interface SlottedRow {
  slot: number
  index: number
  /** Undefined while the row is not loaded. */
  id: string | undefined
}

/** A row to draw. */
export type WantedRow = Omit<SlottedRow, 'slot'>

/**
 * Assigns a slot, and so the elements, to each row to render. A row keeps its slot while it is rendered, wherever the
 * list moves it. A row that was just loaded gets the slot of its skeleton. Other rows get free slots, except that of
 * `pinned`: the elements of the focused row are never reused for another row.
 */
export function slotRows(
  before: readonly SlottedRow[],
  wanted: readonly WantedRow[],
  pinned: SlottedRow | undefined,
): readonly SlottedRow[] {
  const free = new Set(before)
  const byId = new Map(before.map((row) => [row.id, row]))
  const byIndex = new Map(before.map((row) => [row.index, row]))
  const slots = new Array<number | undefined>(wanted.length)
  const take = (at: number, row: SlottedRow | undefined) => {
    if (row === undefined || slots[at] !== undefined || !free.delete(row)) return
    slots[at] = row.slot
  }

  wanted.forEach(({ id }, at) => {
    if (id !== undefined) take(at, byId.get(id))
  })
  wanted.forEach(({ id, index }, at) => {
    const there = byIndex.get(index)
    if (there && (there !== pinned || there.id === undefined || id === undefined)) take(at, there)
  })
  if (pinned) free.delete(pinned)
  // In the order of the document, so that a jump to other rows moves no element.
  const reusable = [...free].sort((a, b) => a.index - b.index).values()
  wanted.forEach((_, at) => {
    if (slots[at] === undefined) take(at, reusable.next().value)
  })

  const used = new Set(slots)
  if (pinned) used.add(pinned.slot)
  let fresh = 0
  return wanted.map((row, at) => {
    let slot = slots[at]
    if (slot === undefined) {
      while (used.has(fresh)) fresh += 1
      used.add(fresh)
      slot = fresh
    }
    return { ...row, slot }
  })
}
