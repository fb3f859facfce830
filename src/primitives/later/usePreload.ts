import { useEffect } from 'react'
import type { Later } from '../../base/create-later.ts'
import { whenIdle } from './when-idle.ts'

/** Loads a part when the browser is idle. A failure is ignored: the part is loaded again when it is needed. */
export function usePreload(later: Later<unknown>): void {
  useEffect(() => whenIdle(() => void later.load().catch(() => undefined)), [later])
}
