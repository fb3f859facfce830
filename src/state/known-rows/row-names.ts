import type { ListName, ResourceName } from '../core/data-event.ts'

/** What one kind of rows is called. */
export interface RowNames {
  /** Their list. */
  list: ListName
  /** One of them that is read by itself. */
  one: ResourceName
}

/** The names of users. */
export const userNames: RowNames = { list: 'users', one: 'user' }
