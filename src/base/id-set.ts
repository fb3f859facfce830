/**
 * An immutable set of ids whose versions share one mutable set. Only the version that was used last holds that set. The
 * others know in which ids they differ from a neighbour, so the cost of a change depends on what it changes, not on the
 * number of ids.
 */
export class IdSet {
  readonly size: number
  #ids: Set<string> | undefined
  #neighbour: IdSet | undefined
  #flipped: readonly string[] = []

  constructor(ids: Set<string> = new Set()) {
    this.#ids = ids
    this.size = ids.size
  }

  has(id: string): boolean {
    return this.#held().has(id)
  }

  /** This set with all of `ids` (or, where `present` is false, none of them). */
  with(ids: Iterable<string>, present: boolean): IdSet {
    const held = this.#held()
    const flipped = [...new Set(ids)].filter((id) => held.has(id) !== present)
    if (flipped.length === 0) return this
    flip(held, flipped)
    const next = new IdSet(held)
    this.#follow(next, flipped)
    return next
  }

  toArray(): string[] {
    return [...this.#held()]
  }

  /** Brings the shared set to this version. The versions in between then point here. */
  #held(): Set<string> {
    const path: IdSet[] = []
    let holder: IdSet = this
    while (holder.#neighbour !== undefined) {
      path.push(holder)
      holder = holder.#neighbour
    }
    const ids = holder.#ids ?? new Set<string>()
    for (const version of path.reverse()) {
      flip(ids, version.#flipped)
      holder.#follow(version, version.#flipped)
      version.#hold(ids)
      holder = version
    }
    return ids
  }

  #hold(ids: Set<string>) {
    this.#ids = ids
    this.#neighbour = undefined
    this.#flipped = []
  }

  #follow(neighbour: IdSet, flipped: readonly string[]) {
    this.#ids = undefined
    this.#neighbour = neighbour
    this.#flipped = flipped
  }
}

function flip(ids: Set<string>, flipped: readonly string[]) {
  for (const id of flipped) if (!ids.delete(id)) ids.add(id)
}
