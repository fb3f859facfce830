import type { ListName, ResourceName } from '../core/data-event.ts'

/** The names of one kind of rows. */
export interface RowNames {
  /** Their list. */
  list: ListName
  /** A single row that is loaded on its own. */
  one: ResourceName
}

/** The names of users. */
export const userNames: RowNames = { list: 'users', one: 'user' }
