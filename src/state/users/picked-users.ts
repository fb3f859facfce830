import { type Selection, selectNone } from '../../base/selection.ts'
import { createSubscribable } from '../../base/subscribable.ts'
import type { UsersQuery } from '../../contract/users-query.ts'

/** Hands a selection to a host. */
export interface SelectionControl {
  /** The selection, if the host owns it. */
  value?: Selection | undefined
  /** Called when the selection changes, no matter who owns it. */
  onChange?: ((selection: Selection) => void) | undefined
}

/** What is picked in a list of users, and under which search and filters. It lives as long as its view. */
export interface PickedUsers {
  get(): Selection
  /** How many of the picked users were picked under another search or other filters than the present ones. */
  elsewhere(): number
  subscribe(listener: () => void): () => void
  set(selection: Selection): void
  /** Forgets users who are no longer in the company, picked or left out. */
  drop(ids: Iterable<string>): void
  /** Takes note of the present query. A selection of all that match ends with its search and filters. */
  ask(query: UsersQuery): void
  /** Names whose users these are: one company during one sign-in. The selection ends with it. */
  belongTo(owner: string): void
  /** Hands the selection to a host, until the next call. */
  control(control: SelectionControl): void
}

/** Identifies the users of a query. Sorting only changes their order. */
const questionOf = ({ search, roleIds, teamIds }: UsersQuery) => JSON.stringify([search, roleIds, teamIds])

/** Creates an empty selection under a query. */
export function createPickedUsers(query: UsersQuery): PickedUsers {
  const { subscribe, notify } = createSubscribable()
  const idsByQuestion = new Map<string, readonly string[]>()
  let question = questionOf(query)
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

  /** Ids that were picked before the present question came up. */
  function* earlierIds() {
    for (const [asked, ids] of idsByQuestion) if (asked !== question) yield* ids
  }

  return {
    get,
    elsewhere() {
      const picked = get()
      if (picked.mode === 'exclude') return 0
      let count = 0
      for (const id of earlierIds()) if (picked.has(id)) count += 1
      return count
    },
    subscribe,
    set,
    drop(ids) {
      const picked = get()
      set(picked.set(ids, picked.mode === 'exclude'))
    },
    ask(query) {
      const next = questionOf(query)
      if (next === question) return
      const picked = get()
      if (picked.mode === 'exclude') idsByQuestion.clear()
      else {
        const earlier = new Set(earlierIds())
        idsByQuestion.set(
          question,
          picked.toJSON().ids.filter((id) => !earlier.has(id)),
        )
      }
      question = next
      if (picked.mode === 'exclude') set(selectNone)
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
      if (get() !== before) notify()
    },
  }
}
