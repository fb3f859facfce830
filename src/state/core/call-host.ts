import { throwLater } from '../../base/throw-later.ts'

/**
 * Calls a host's function, at once. What it throws, or what its promise rejects with, reaches the page's own error
 * handling and stops nothing. Resolves when it has ended.
 */
export async function callHost(call: () => unknown): Promise<void> {
  try {
    await call()
  } catch (mistake) {
    throwLater(mistake)
  }
}
