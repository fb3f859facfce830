import { createStore } from 'zustand/vanilla'
import type { Clock } from '../environment/clock.ts'
import { createLookChanges, type ListLook, type ListLookChanges } from './list-look.ts'
import { createPickedRows, type PickedRows } from './picked-rows.ts'
import type { ListQuery } from './row-store.ts'

/** The parts of a list's view, each of which a host may own. */
export interface ListViewParts<Query> extends ListLook {
  /** What the list shows, in canonical form: parts that have no effect are left out. */
  readonly query: Query
}

/** Lets a host control parts of a view. */
export interface ListViewControl<Parts> {
  /** The parts that the host owns. The view shows exactly these. */
  value?: Partial<Parts> | undefined
  /** Called when the person changes a part, no matter who owns it. A part that didn't change is the same object. */
  onChange?: ((next: Parts, before: Parts) => void) | undefined
}

/** What the views of all lists have in common. */
export interface ListView<Query extends { sort?: string }, Parts extends ListViewParts<Query>>
  extends ListLookChanges {
  getState(): ListViewState<Parts>
  /** Returns the state at creation, for rendering on a server. */
  getInitialState(): ListViewState<Parts>
  subscribe(listener: () => void): () => void
  /** The selection, which has separate subscribers from the rest of the view. */
  readonly picked: PickedRows<Query>
  /** Whether a search is being typed that the query doesn't follow yet. */
  isTyping(): boolean
  /** Searches once the typing pauses, or immediately if the search is empty. */
  setSearch(search: string): void
  setSort(sort: NonNullable<Query['sort']>): void
  /** Sets filters. Those that you leave out keep their value. */
  setFilters(filters: Omit<Query, 'search' | 'sort'>): void
  /** Replaces the whole query. */
  setQuery(query: Query): void
  /** Lets a host control parts of the view, until the next call. */
  control(control: ListViewControl<Parts>): void
}

/** The parts of a view, and the search as it is being typed. */
export type ListViewState<Parts> = Parts & {
  /** The search as it is being typed. `query` follows once the typing pauses. */
  readonly search: string
}

/** How a view is changed by the methods of its kind. */
interface ListViewChanges<Parts> {
  /** Changes parts as the person wants them. */
  ask(parts: Partial<Parts>): void
  /** The parts as JSON would keep them: with the search as it is typed. */
  typedParts(): Parts
}

/** Options of {@link createListView}. */
export interface ListViewOptions<Query, Parts> {
  first: Parts
  /** Leaves out the parts of a query that have no effect. */
  canonical(query: Query): Query
  /** How long the typing pauses before the list follows (ms). */
  searchDelay: number
  clock: Clock
}

/** Creates the view of a list. */
export function createListView<Query extends ListQuery, Parts extends ListViewParts<Query>>({
  first,
  canonical,
  searchDelay,
  clock,
}: ListViewOptions<Query, Parts>): ListView<Query, Parts> & ListViewChanges<Parts> {
  type State = ListViewState<Parts>
  const store = createStore<State>()(() => ({ ...first, search: first.query.search ?? '' }))
  const picked = createPickedRows(first.query)
  store.subscribe(({ query }) => picked.ask(query))
  const searched = (query: Query, search: string) => canonical({ ...query, search })
  let controlled: ListViewControl<Parts> = {}
  let cancelSearch: (() => void) | undefined
  // A host passes the requested value back in a later turn. Until then, further changes build on it.
  let asked: Parts | undefined

  function stopTyping() {
    cancelSearch?.()
    cancelSearch = undefined
  }

  const set = (change: Partial<Parts> | { search: string }) => store.setState(change as Partial<State>)

  function show(parts: Partial<Parts>) {
    const before = store.getState()
    const next = changedIn<Parts>(before, parts)
    if (Object.keys(next).length === 0) return
    const { query } = next
    if (!query) return set(next)
    const { search } = before
    // The text that is being typed stays, even if the host passes an earlier query back late.
    const isTyped = cancelSearch !== undefined || searched(query, search).search === query.search
    set({ ...next, search: isTyped ? search : (query.search ?? '') })
  }

  function typedParts() {
    const state = store.getState()
    return { ...partsOf<Parts>(state), query: searched(state.query, state.search) }
  }

  function hold(parts: Parts) {
    asked = parts
    queueMicrotask(() => {
      asked = undefined
    })
  }

  function ask(parts: Partial<Parts>) {
    const before = asked ?? partsOf<Parts>(store.getState())
    const changed = changedIn(before, parts)
    const names = Object.keys(changed)
    if (names.length === 0) return
    const next = { ...before, ...changed }
    if (names.some((name) => name in (controlled.value ?? {}))) hold(next)
    else show(changed)
    controlled.onChange?.(next, before)
  }

  function askQuery(change: Query) {
    stopTyping()
    const { query, search } = store.getState()
    const next = canonical({ ...(asked?.query ?? query), search, ...change })
    ask({ query: next } as Partial<Parts>)
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    picked,
    isTyping: () => store.getState().query.search !== typedParts().query.search,
    setSearch(search) {
      stopTyping()
      set({ search })
      const follow = () => askQuery({} as Query)
      if (search === '') follow()
      else cancelSearch = clock.after(searchDelay, follow)
    },
    control(next) {
      controlled = next
      const { query } = next.value ?? {}
      show({ ...next.value, ...(query && { query: canonical(query) }) } as Partial<Parts>)
    },
    ...createLookChanges((look) => ask(look as Partial<Parts>)),
    setSort: (sort) => askQuery({ sort } as Query),
    setFilters: askQuery,
    setQuery(query) {
      stopTyping()
      set({ search: query.search ?? '' })
      ask({ query: canonical(query) } as Partial<Parts>)
    },
    ask,
    typedParts,
  }
}

const partsOf = <Parts>({ search: _, ...parts }: ListViewState<Parts>) => parts as unknown as Parts

/** The parts that differ from before. */
const changedIn = <Parts extends object>(before: Parts, parts: Partial<Parts>): Partial<Parts> =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof Parts]),
    ),
  ) as Partial<Parts>
