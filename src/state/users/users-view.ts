import { canonicalUsersQuery } from '../../contract/canonical-users-query.ts'
import type { UsersQuery } from '../../contract/users-query.ts'
import type { UsersViewJSON } from '../../contract/users-view-json.ts'
import { type Clock, systemClock } from '../environment/clock.ts'
import {
  createListView,
  type ListView,
  type ListViewControl,
  type ListViewState,
} from '../lists/list-view.ts'
import { partsOfView, type UsersViewParts, usersViewJSON } from './users-view-parts.ts'

/** What a person sees of a list of users. */
export type UsersViewState = ListViewState<UsersViewParts>

/** Lets a host control parts of a view. */
export type UsersViewControl = ListViewControl<UsersViewParts>

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
export interface UsersView extends ListView<UsersQuery, UsersViewParts> {
  /** Opens a user's panel, or closes it with `null`. */
  openUser(id: string | null): void
  /** Returns the view as plain JSON, which `parseUsersViewJSON` reads. */
  toJSON(): UsersViewJSON
}

/** Creates a view of a list of users. */
export function createUsersView({
  defaultView,
  searchDelay = 250,
  clock = systemClock,
}: UsersViewOptions = {}): UsersView {
  const { ask, typedParts, ...view } = createListView<UsersQuery, UsersViewParts>({
    first: partsOfView(defaultView),
    canonical: canonicalUsersQuery,
    searchDelay,
    clock,
  })
  return {
    ...view,
    openUser: (openUserId) => ask({ openUserId }),
    toJSON: () => usersViewJSON(typedParts()),
  }
}
