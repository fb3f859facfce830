import { useCallback, useMemo } from 'react'
import type { RowRange } from '../base/row-range.ts'
import type { ListViewControl, ListViewParts } from '../state/lists/list-view.ts'
import { type OwnedViewOptions, useOwnedView } from './useOwnedView.ts'

/** Options of a list: which rows it shows, and who owns its query. */
export interface ListViewOptions<View, Query> {
  /** The page that `rows` holds. @default the first 50 */
  range?: RowRange
  /** A view that you created, always the same one for a component. Without it, the hook creates one from the options below. */
  view?: View
  /** The query, if you control it. */
  query?: Query
  /** The initial query. @default {} */
  defaultQuery?: Query
  /** Called when the person searches, sorts or filters. */
  onQueryChange?: (query: Query) => void
}

/** Returns the view of a list: the host's, or its own with the host's query. */
export function useListView<
  View extends { control(control: ListViewControl<Parts>): void },
  Query,
  Parts extends ListViewParts<Query>,
>(
  { view, query, defaultQuery, onQueryChange }: ListViewOptions<View, Query>,
  own: Pick<OwnedViewOptions<View, Query, Parts>, 'create' | 'caller'>,
): View {
  const ownView = useOwnedView<View, Query, Parts>({
    ...own,
    defaultView: query ?? defaultQuery,
    value: useMemo(() => query && ({ query } as Partial<Parts>), [query]),
    onChange: useCallback(
      (next: Parts, before: Parts) => {
        if (next.query !== before.query) onQueryChange?.(next.query)
      },
      [onQueryChange],
    ),
  })
  return view ?? ownView
}
