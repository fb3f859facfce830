import { type Selection, selectNone } from '../../base/selection.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { ListQuery } from './row-store.ts'

/** Lets a host control a selection. */
export interface SelectionControl {
  /** The selection, if the host owns it. */
  value?: Selection | undefined
  /** Called when the selection changes, no matter who owns it. */
  onChange?: ((selection: Selection) => void) | undefined
}

/** What is picked in a list, and under which search and filters. It lives as long as its view. */
export interface PickedRows<Query> {
  /** The selection as it is now. */
  get(): Selection
  /** How many of the picked rows were picked under another search or other filters than the current ones. */
  elsewhere(): number
  /** Calls the listener when the selection changes. Returns a function that removes it. */
  subscribe(listener: () => void): () => void
  /** Replaces the selection. */
  set(selection: Selection): void
  /** Forgets picked rows that were deleted. Rows that were left out of all stay left out, since they may come back. */
  drop(ids: Iterable<string>): void
  /** Receives the current query. A selection of all that match ends with its search and filters. */
  ask(query: Query): void
  /** Notes that the rows of the current query are shown. What is picked before belongs to those that were shown. */
  answer(): void
  /** Identifies the company and sign-in that the rows belong to. The selection ends with them. */
  belongTo(owner: string): void
  /** Lets a host control the selection, until the next call. */
  control(control: SelectionControl): void
}

/** Identifies the rows of a query. Sorting only changes their order. */
const questionOf = ({ sort: _, ...question }: ListQuery) => JSON.stringify(question)

/** Creates an empty selection under a query. */
export function createPickedRows<Query extends ListQuery>(query: Query): PickedRows<Query> {
  const { subscribe, notify } = createSubscribable()
  const idsByQuestion = new Map<string, readonly string[]>()
  let question = questionOf(query)
  let shown = question
  let own: Selection = selectNone
  let owner: string | undefined
  let controlled: SelectionControl = {}

  const get = () => controlled.value ?? own

  function set(next: Selection) {
    if (next === get()) return
    own = next
    controlled.onChange?.(next)
    notify()
  }

  /** Ids that were picked under another query. */
  function* idsBut(question: string) {
    for (const [asked, ids] of idsByQuestion) if (asked !== question) yield* ids
  }

  /** Notes what was picked in the rows that are shown. */
  function note() {
    const earlier = new Set(idsBut(shown))
    const ids = get()
      .toJSON()
      .ids.filter((id) => !earlier.has(id))
    idsByQuestion.set(shown, ids)
  }

  return {
    get,
    elsewhere() {
      const picked = get()
      if (picked.mode === 'exclude') return 0
      let count = 0
      for (const id of idsBut(question)) if (picked.has(id)) count += 1
      return count
    },
    subscribe,
    set,
    drop(ids) {
      // A host passes the requested selection back in a later turn. Until then, further changes build on it.
      const left = own.set(ids, false)
      if (own.mode === 'include' && left !== own) set(left)
    },
    ask(query) {
      const next = questionOf(query)
      if (next === question) return
      const picked = get()
      if (picked.mode === 'exclude') idsByQuestion.clear()
      else note()
      question = next
      if (picked.mode === 'exclude') set(selectNone)
      notify()
    },
    answer() {
      if (shown === question) return
      note()
      shown = question
      notify()
    },
    belongTo(next) {
      if (owner !== undefined && owner !== next) {
        idsByQuestion.clear()
        set(selectNone)
      }
      owner = next
    },
    control(next) {
      const before = get()
      controlled = next
      own = get()
      if (get() !== before) notify()
    },
  }
}
