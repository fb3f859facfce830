import { beforeAll, onTestFinished, vi } from 'vitest'
import { cdp } from 'vitest/browser'

/** Files that ran earlier in this browser have filled its cache, which would answer before the worker does. */
export function loadWithoutCache() {
  beforeAll(async () => {
    const session = cdp()
    await session.send('Network.enable')
    await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  })
}

/** React prints each exception that a boundary catches. */
export function quiet() {
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => print.mockRestore())
}
