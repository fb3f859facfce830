import { createLater } from '../base/create-later.ts'
import { NetworkError } from './network-error.ts'

const reader = createLater(() => import('./reader.ts'))

/**
 * Loads what reads responses by the contract, beside the first request: no first paint needs it. If it can't be loaded,
 * the request fails like any other whose network failed, and the next request loads it anew.
 */
export async function loadReader(): Promise<typeof import('./reader.ts')> {
  try {
    return await reader.load()
  } catch (thrown) {
    throw new NetworkError(thrown)
  }
}
