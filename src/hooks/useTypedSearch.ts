import { useSyncExternalStore } from 'react'

/** The part of a view that a search field shows. */
interface SearchedView {
  subscribe(listener: () => void): () => void
  getState(): { readonly search: string }
  getInitialState(): { readonly search: string }
}

/** Returns the search as it is being typed. Apart from it, a list only renders when its query follows. */
export const useTypedSearch = (view: SearchedView): string =>
  useSyncExternalStore(
    view.subscribe,
    () => view.getState().search,
    () => view.getInitialState().search,
  )
