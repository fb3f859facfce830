import { useMemo, useSyncExternalStore } from 'react'
import { hasSameEntries } from '../base/has-same-entries.ts'

/** A view, with its search as it is being typed. */
interface TypedView<State extends { readonly search: string }> {
  subscribe(listener: () => void): () => void
  getState(): State
  getInitialState(): State
}

/** Returns the parts of a view. They stay the same object while a search is being typed. */
export function useViewParts<State extends { readonly search: string }>(
  view: TypedView<State>,
): Omit<State, 'search'> {
  const partsOf = useMemo(() => {
    let parts: Omit<State, 'search'> | undefined
    return ({ search: _, ...next }: State) => {
      if (!parts || !hasSameEntries(parts, next)) parts = next
      return parts
    }
  }, [])
  return useSyncExternalStore(
    view.subscribe,
    () => partsOf(view.getState()),
    () => partsOf(view.getInitialState()),
  )
}
