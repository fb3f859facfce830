import type { ReactElement } from 'react'
import { useTypedSearch } from '../../hooks/useTypedSearch.ts'

interface TypedSearchProps {
  view: Parameters<typeof useTypedSearch>[0]
  /** Rendered with the search as it is being typed. */
  children: (search: string) => ReactElement
}

/** Renders what shows the search. A key that is typed renders nothing else of the page. */
export const TypedSearch = ({ view, children }: TypedSearchProps) => children(useTypedSearch(view))
