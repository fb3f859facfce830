import type { ListQuery } from '../../state/lists/row-store.ts'

/** Returns true if a query in canonical form may leave rows out. */
export const isFiltered = (query: ListQuery): boolean => Object.keys(query).some((part) => part !== 'sort')
