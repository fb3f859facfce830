import { createLater } from '../base/create-later.ts'
import { NetworkError } from './network-error.ts'

const reader = createLater(() => import('./reader.ts'))

/**
 * Loads the code that parses responses, at the same time as the first request, since the first paint doesn't need it.
 * If it can't be loaded, the request fails like any other whose network failed, and the next request loads it again.
 */
export async function loadReader(): Promise<typeof import('./reader.ts')> {
  try {
    return await reader.load()
  } catch (thrown) {
    throw new NetworkError(thrown)
  }
}
