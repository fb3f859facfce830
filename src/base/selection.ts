import { IdSet } from './id-set.ts'

/** A selection as it is sent: these rows, or all that match except these. */
export interface SelectionJSON {
  /** Whether `ids` are the selected rows, or those left out of all rows. */
  mode: 'include' | 'exclude'
  /** The ids of the rows, each once. */
  ids: string[]
}

/** Which rows are chosen. Each change returns a new value, and its cost doesn't grow with the number of ids. */
export interface Selection {
  /** `include`: the named rows. `exclude`: all that match, except the named rows. */
  readonly mode: 'include' | 'exclude'
  /** Whether the row with this id is selected. */
  has(id: string): boolean
  /** How many rows are chosen of the `total` that match. */
  count(total: number): number
  /** The selection with this row toggled. */
  toggle(id: string): Selection
  /** The selection with all of these rows chosen, or none of them. */
  set(ids: Iterable<string>, chosen: boolean): Selection
  /** The selection as plain JSON, which `selectionFrom` reads. */
  toJSON(): SelectionJSON
}

class IdSelection implements Selection {
  readonly mode: 'include' | 'exclude'
  readonly #ids: IdSet
  readonly #absent: number

  constructor(mode: 'include' | 'exclude', ids: IdSet, absent = 0) {
    this.mode = mode
    this.#ids = ids
    this.#absent = absent
  }

  has(id: string) {
    return this.#ids.has(id) === (this.mode === 'include')
  }

  count(total: number) {
    return this.mode === 'include' ? this.#ids.size : Math.max(0, total - this.#ids.size + this.#absent)
  }

  toggle(id: string) {
    return this.set([id], !this.has(id))
  }

  set(ids: Iterable<string>, chosen: boolean) {
    const next = this.#ids.with(ids, chosen === (this.mode === 'include'))
    return next === this.#ids ? this : new IdSelection(this.mode, next, this.#absent)
  }

  toJSON() {
    return { mode: this.mode, ids: this.#ids.toArray() }
  }
}

/** No row. */
export const selectNone: Selection = new IdSelection('include', new IdSet())

/** All rows that match, including those that aren't loaded. */
export const selectAll: Selection = new IdSelection('exclude', new IdSet())

/**
 * The selection that {@link Selection.toJSON} wrote. In a selection of all rows, `absent` of the excluded rows don't
 * match at the moment, so `count` leaves them out.
 */
export const selectionFrom = ({ mode, ids }: SelectionJSON, absent = 0): Selection =>
  new IdSelection(mode, new IdSet(new Set(ids)), absent)
