import { useSyncExternalStore } from 'react'
import type { Later } from '../../base/create-later.ts'

const onServer = () => false

/** Whether a part is loaded, without loading it. */
export const useIsLoaded = (later: Later<unknown>): boolean =>
  useSyncExternalStore(later.subscribe, () => later.get() !== undefined, onServer)
