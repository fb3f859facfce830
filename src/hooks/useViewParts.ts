import { useRef } from 'react'
import { keepSame } from '../state/windows/keep-same.ts'
import { useViewState, type ViewStore } from './useViewState.ts'

/** Returns the parts of a view. They stay the same object while a search is being typed. */
export function useViewParts<State extends { readonly search: string }>(
  view: ViewStore<State>,
): Omit<State, 'search'> {
  const parts = useRef<Omit<State, 'search'>>(undefined)
  return useViewState(view, ({ search: _, ...next }) => {
    parts.current = keepSame(parts.current, next)
    return parts.current
  })
}
