import type { CoreFeatures } from '@tanstack/react-table'

const neverNotifies = () => ({ unsubscribe: () => {} })

/**
 * A feature for a react-table whose state never changes. Each choice of columns creates a new table, so nothing
 * subscribes to it, and the library's reactivity isn't loaded.
 */
export const unchanging: NonNullable<CoreFeatures['coreReactivityFeature']> = {
  createOptionsStore: false,
  wrapExternalAtoms: false,
  createWritableAtom: (value) => ({ get: () => value, set: () => {}, subscribe: neverNotifies }),
  createReadonlyAtom: (compute) => ({ get: compute, subscribe: neverNotifies }),
  addSubscription: () => {},
  untrack: (read) => read(),
  batch: (run) => run(),
  schedule: () => {},
}
