import { useSyncExternalStore } from 'react'

/** A view, as a store of its state. */
export interface ViewStore<State> {
  subscribe(listener: () => void): () => void
  getState(): State
  getInitialState(): State
}

/** Returns a part of a view's state. Changes of other parts don't render the caller. */
export const useViewState = <State, Part>(view: ViewStore<State>, part: (state: State) => Part): Part =>
  useSyncExternalStore(
    view.subscribe,
    () => part(view.getState()),
    () => part(view.getInitialState()),
  )
