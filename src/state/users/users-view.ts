import { createStore } from 'zustand/vanilla'
import type { UsersQuery, UsersSort } from '../../contract/users-query.ts'
import { type Clock, systemClock } from '../environment/clock.ts'
import { isSameQuery, toCanonical } from './users-query.ts'

/** What the person is doing with a list of users. */
export interface UsersViewState {
  /** What the list shows, in canonical form: what says nothing is left out. */
  readonly query: UsersQuery
  /** The search as it is being typed; `query` follows. */
  readonly search: string
  /** The user whose panel is open. */
  readonly openUserId: string | null
}

/** A view in plain JSON, for an address or a store. */
export interface UsersViewJson extends UsersQuery {
  openUserId?: string
}

/** Filters of a list of users; one that is left out stays as it is. */
export type UsersFilters = Pick<UsersQuery, 'roleIds' | 'teamIds'>

/** What a host that owns the query gives. */
export interface QueryControl {
  /** The query that the view shows, whatever it is asked to. */
  query?: UsersQuery
  /** Hears what the view is asked to show. */
  onQueryChange?(query: UsersQuery): void
}

/** Options of {@link createUsersView}. */
export interface UsersViewOptions {
  /** Where the view begins. @default {} */
  defaultQuery?: UsersQuery
  /** @default null */
  defaultOpenUserId?: string | null
  /** Typing rests this long before the list follows (ms). @default 250 */
  searchDelay?: number
  /** @default the machine's */
  clock?: Clock
}

/** A view of a list of users: a host may own it, so that it outlives the list on the page. Its methods are stable. */
export interface UsersView {
  getState(): UsersViewState
  /** The state that it was created with, for rendering on a server. */
  getInitialState(): UsersViewState
  subscribe(listener: () => void): () => void
  /** Searches when typing rests; an emptied search at once. */
  setSearch(search: string): void
  setSort(sort: UsersSort): void
  setFilters(filters: UsersFilters): void
  /** Asks for another query altogether. */
  setQuery(query: UsersQuery): void
  /** Opens a user's panel, or closes it with null. */
  openUser(id: string | null): void
  /** Lets a host own the query, until the next call. */
  control(control: QueryControl): void
  toJSON(): UsersViewJson
}

/** A view of its own. */
export function createUsersView({
  defaultQuery = {},
  defaultOpenUserId = null,
  searchDelay = 250,
  clock = systemClock,
}: UsersViewOptions = {}): UsersView {
  const first = toCanonical(defaultQuery)
  const store = createStore<UsersViewState>()(() => ({
    query: first,
    search: first.search ?? '',
    openUserId: defaultOpenUserId,
  }))
  let controlled: QueryControl = {}
  let callOff: (() => void) | undefined
  // A host's answer comes in a later turn: what else is asked in this one builds on what it was asked.
  let asked: UsersQuery | undefined

  function rest() {
    callOff?.()
    callOff = undefined
  }

  function show(query: UsersQuery) {
    const { query: before, search } = store.getState()
    if (isSameQuery(query, before)) return
    // What is being typed is the person's, also when the host's answer to an earlier key arrives late.
    const isTyped = callOff !== undefined || toCanonical({ search }).search === query.search
    store.setState({ query, search: isTyped ? search : (query.search ?? '') })
  }

  function hold(query: UsersQuery) {
    asked = query
    queueMicrotask(() => {
      asked = undefined
    })
  }

  function ask(change: UsersQuery) {
    rest()
    const { query: shown, search } = store.getState()
    const before = asked ?? shown
    const query = toCanonical({ ...before, search, ...change })
    if (isSameQuery(query, before)) return
    if (controlled.query) hold(query)
    else show(query)
    controlled.onQueryChange?.(query)
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => store.subscribe(listener),
    setSearch(search) {
      rest()
      store.setState({ search })
      if (search === '') ask({})
      else callOff = clock.after(searchDelay, () => ask({}))
    },
    setSort: (sort) => ask({ sort }),
    setFilters: (filters) => ask(filters),
    setQuery(query) {
      store.setState({ search: query.search ?? '' })
      ask({ roleIds: [], teamIds: [], sort: undefined, ...query })
    },
    openUser: (openUserId) => store.setState({ openUserId }),
    control(next) {
      controlled = next
      if (next.query) show(toCanonical(next.query))
    },
    toJSON() {
      const { query, search, openUserId } = store.getState()
      return { ...toCanonical({ ...query, search }), ...(openUserId === null ? {} : { openUserId }) }
    },
  }
}
