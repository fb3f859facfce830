/** Remembers what was counted at a revision, for the most recent keys only. */
export class RevisionCache<Value> {
  readonly #entries = new Map<string, { revision: number; value: Value }>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  /** The value of a key, at any revision. */
  get(key: string): { revision: number; value: Value } | undefined {
    const entry = this.#entries.get(key)
    if (!entry) return undefined
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    return entry
  }

  set(key: string, revision: number, value: Value): void {
    this.#entries.delete(key)
    this.#entries.set(key, { revision, value })
    const [oldest] = this.#entries.keys()
    if (this.#entries.size > this.#capacity && oldest !== undefined) this.#entries.delete(oldest)
  }
}
