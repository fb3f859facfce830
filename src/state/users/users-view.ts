import { createStore } from 'zustand/vanilla'
import { canonicalUsersQuery } from '../../contract/canonical-users-query.ts'
import type { UsersFilters, UsersQuery, UsersSort } from '../../contract/users-query.ts'
import type { UsersDensity, UsersViewJSON } from '../../contract/users-view-json.ts'
import { type Clock, systemClock } from '../environment/clock.ts'
import { createPickedUsers, type PickedUsers } from './picked-users.ts'
import { partsOfView, type UsersViewParts, usersViewJSON } from './users-view-parts.ts'

/** What a person sees of a list of users. */
export interface UsersViewState extends UsersViewParts {
  /** The search as it is being typed. `query` follows once the typing pauses. */
  readonly search: string
}

/** Hands parts of a view to a host. */
export interface UsersViewControl {
  /** The parts that the host owns. The view shows exactly these. */
  value?: Partial<UsersViewParts> | undefined
  /** Called when the person changes a part, no matter who owns it. A part that didn't change is the same object. */
  onChange?: ((next: UsersViewParts, before: UsersViewParts) => void) | undefined
}

/** Options of {@link createUsersView}. */
export interface UsersViewOptions {
  /** What the view shows first. @default {} */
  defaultView?: UsersViewJSON | undefined
  /** How long the typing pauses before the list follows, in milliseconds. @default 250 */
  searchDelay?: number
  /** @default the system's clock */
  clock?: Clock
}

/** The state of a list of users on screen. A host that creates it can keep it longer than the list. Its methods are stable. */
export interface UsersView {
  getState(): UsersViewState
  /** Returns the state at creation, for rendering on a server. */
  getInitialState(): UsersViewState
  subscribe(listener: () => void): () => void
  /** The selection, which changes apart from the rest of the view. */
  readonly picked: PickedUsers
  /** Whether a search is being typed that the query doesn't follow yet. */
  isTyping(): boolean
  /** Searches once the typing pauses, or at once if the search is empty. */
  setSearch(search: string): void
  setSort(sort: UsersSort): void
  setFilters(filters: UsersFilters): void
  /** Replaces the whole query. */
  setQuery(query: UsersQuery): void
  /** Opens a user's panel, or closes it with `null`. */
  openUser(id: string | null): void
  setHiddenColumns(columns: readonly string[]): void
  setColumnOrder(columns: readonly string[]): void
  setDensity(density: UsersDensity): void
  /** Hands parts of the view to a host, until the next call. */
  control(control: UsersViewControl): void
  /** Returns the view as plain JSON, which `parseUsersViewJSON` reads. */
  toJSON(): UsersViewJSON
}

/** Creates a view of a list of users. */
export function createUsersView({
  defaultView,
  searchDelay = 250,
  clock = systemClock,
}: UsersViewOptions = {}): UsersView {
  const first = partsOfView(defaultView)
  const store = createStore<UsersViewState>()(() => ({ ...first, search: first.query.search ?? '' }))
  const picked = createPickedUsers(first.query)
  store.subscribe(({ query }) => picked.ask(query))
  let controlled: UsersViewControl = {}
  let cancelSearch: (() => void) | undefined
  // A host passes the requested value back in a later turn. Until then, further changes build on it.
  let asked: UsersViewParts | undefined

  function stopTyping() {
    cancelSearch?.()
    cancelSearch = undefined
  }

  function show(parts: Partial<UsersViewParts>) {
    const before = store.getState()
    const next = changedIn(before, parts)
    if (Object.keys(next).length === 0) return
    const { query } = next
    if (!query) return store.setState(next)
    const { search } = before
    // What is being typed stays, also when the host hands back an earlier query late.
    const isTyped = cancelSearch !== undefined || canonicalUsersQuery({ search }).search === query.search
    store.setState({ ...next, search: isTyped ? search : (query.search ?? '') })
  }

  function hold(parts: UsersViewParts) {
    asked = parts
    queueMicrotask(() => {
      asked = undefined
    })
  }

  function ask(parts: Partial<UsersViewParts>) {
    const before = asked ?? partsOf(store.getState())
    const changed = changedIn(before, parts)
    const names = Object.keys(changed)
    if (names.length === 0) return
    const next = { ...before, ...changed }
    if (names.some((name) => name in (controlled.value ?? {}))) hold(next)
    else show(changed)
    controlled.onChange?.(next, before)
  }

  function askQuery(change: UsersQuery) {
    stopTyping()
    const { query, search } = store.getState()
    ask({ query: canonicalUsersQuery({ ...(asked?.query ?? query), search, ...change }) })
  }

  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: (listener) => store.subscribe(listener),
    picked,
    isTyping() {
      const { search, query } = store.getState()
      return canonicalUsersQuery({ search }).search !== query.search
    },
    setSearch(search) {
      stopTyping()
      store.setState({ search })
      if (search === '') askQuery({})
      else cancelSearch = clock.after(searchDelay, () => askQuery({}))
    },
    setSort: (sort) => askQuery({ sort }),
    setFilters: (filters) => askQuery(filters),
    setQuery(query) {
      store.setState({ search: query.search ?? '' })
      askQuery({ roleIds: [], teamIds: [], sort: undefined, ...query })
    },
    openUser: (openUserId) => ask({ openUserId }),
    setHiddenColumns: (hiddenColumns) => ask({ hiddenColumns }),
    setColumnOrder: (columnOrder) => ask({ columnOrder }),
    setDensity: (density) => ask({ density }),
    control(next) {
      controlled = next
      const { query, ...rest } = next.value ?? {}
      show({ ...rest, ...(query && { query: canonicalUsersQuery(query) }) })
    },
    toJSON() {
      const { search, ...parts } = store.getState()
      return usersViewJSON({ ...parts, query: canonicalUsersQuery({ ...parts.query, search }) })
    },
  }
}

const partsOf = ({ search: _, ...parts }: UsersViewState): UsersViewParts => parts

/** The parts that differ from before. */
const changedIn = (before: UsersViewParts, parts: Partial<UsersViewParts>): Partial<UsersViewParts> =>
  Object.fromEntries(
    Object.entries(parts).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof UsersViewParts]),
    ),
  )
