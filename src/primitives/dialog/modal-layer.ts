import { createSubscribable } from '../../base/subscribable.ts'

type Layer = typeof import('./ModalLayer.tsx').ModalLayer

const { subscribe, notify } = createSubscribable()
let layer: Layer | undefined
let loading: Promise<void> | undefined

/** The layer that dialogs and sheets are drawn on, with Radix in it: loaded once, after the first paint. */
export const modalLayer = {
  subscribe,
  /** Undefined until it is loaded. */
  get: () => layer,
  /** Loads it; a load that fails can be tried again. */
  load(): Promise<void> {
    loading ??= import('./ModalLayer.tsx').then(
      (module) => {
        layer = module.ModalLayer
        notify()
      },
      (error: unknown) => {
        loading = undefined
        throw error
      },
    )
    return loading
  },
}
