import type { CoreFeatures } from '@tanstack/react-table'

const neverNotifies = () => ({ unsubscribe: () => {} })

/**
 * What makes a react-table of one state. Another choice of columns makes another table, so nothing subscribes to one,
 * and none of the library's reactivity is loaded.
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
