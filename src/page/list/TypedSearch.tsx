import type { ReactElement } from 'react'
import { useViewState, type ViewStore } from '../../hooks/useViewState.ts'

interface TypedSearchProps {
  view: ViewStore<{ readonly search: string }>
  /** Rendered with the search as it is being typed. */
  children: (search: string) => ReactElement
}

/** Renders what shows the search. A key that is typed renders nothing else of the page. */
export const TypedSearch = ({ view, children }: TypedSearchProps) =>
  children(useViewState(view, (shown) => shown.search))
