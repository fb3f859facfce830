import { useEffect } from 'react'
import { createLater } from '../../base/create-later.ts'

/** Loads after the first paint, before there is anything to scroll. */
const focusKeeper = createLater(async () => {
  const { keepFocusSeen } = await import('./keep-focus-seen.ts')
  return keepFocusSeen
})

/** Keeps the focus in view while the keyboard is used. If the code for it can't be loaded, the focus may leave the view. */
export function useSeenFocus(root: HTMLElement | null): void {
  useEffect(() => {
    if (!root) return
    const begun = focusKeeper.load().then(
      (keep) => keep(root),
      () => undefined,
    )
    return () => void begun.then((stop) => stop?.())
  }, [root])
}
