import type { Slot } from './window-answer.ts'
import type { WindowData } from './window-data.ts'

type Windows<Row> = ReadonlyMap<number, WindowData<Row>>

/** What the person sees: windows in the order in which they were first shown, with the latest version of their rows. */
export interface SeenWindows<Row> {
  windows: Windows<Row>
  /** The latest version of each row, with the number of its request. */
  versions: ReadonlyMap<string, { row: Slot<Row>; asked: number }>
}

/** Nothing seen yet. */
export const nothingSeen: SeenWindows<never> = { windows: new Map(), versions: new Map() }

/**
 * Receives the visible windows as they are loaded now. Rows are updated by id. The order and the members of a window
 * stay as they were first shown, until the window is no longer visible. So nothing moves under the pointer.
 */
export function see<Row extends { id: string }>(
  before: SeenWindows<Row>,
  visible: readonly number[],
  loaded: Windows<Row>,
): SeenWindows<Row> {
  const versions = new Map(before.versions)
  for (const index of visible) {
    const { rows = [], asked = 0 } = loaded.get(index) ?? {}
    for (const row of rows) {
      const { id } = row
      if (id !== undefined && asked >= (versions.get(id)?.asked ?? 0)) versions.set(id, { row, asked })
    }
  }

  const windows = new Map<number, WindowData<Row>>()
  const kept: typeof versions = new Map()
  for (const index of visible) {
    const seen = before.windows.get(index)
    const now = loaded.get(index)
    const frame = seen && now && inOrder(seen.rows, now.rows) ? now : (seen ?? now)
    if (!frame) continue
    const rows = frame.rows.map((slot) => {
      const latest = slot.id === undefined ? undefined : versions.get(slot.id)
      if (slot.id !== undefined && latest) kept.set(slot.id, latest)
      return latest?.row ?? slot
    })
    windows.set(index, { ...frame, rows })
  }
  return { windows, versions: kept }
}

/**
 * Counts the new rows that wait to be applied. It returns at least one if the shown order is no longer the list's. If
 * the list has no revision, the orders are compared.
 */
export function countChanges<Row extends { id: string }>(
  { windows, versions }: SeenWindows<Row>,
  loaded: Windows<Row>,
  revision: string | undefined,
): number {
  let isStale = false
  let count = 0
  for (const [index, seen] of windows) {
    const rows = loaded.get(index)?.rows ?? seen.rows
    if (seen.revision !== revision || (revision === undefined && !inOrder(seen.rows, rows))) isStale = true
    count += rows.filter(({ id }) => id !== undefined && !versions.has(id)).length
  }
  return isStale ? Math.max(1, count) : 0
}

const inOrder = (a: readonly { id?: string }[], b: readonly { id?: string }[]) =>
  a.length === b.length && a.every(({ id }, at) => id === b[at]?.id)
