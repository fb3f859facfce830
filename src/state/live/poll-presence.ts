import type { StateCore } from '../core/state-core.ts'

/** How often the presence of the users in view is read, in milliseconds. */
const presenceInterval = 30_000

/** Reads the users in view again every 30 seconds while it is on, since the change log leaves their presence out. */
export function pollPresence({
  clock,
  reread,
}: Pick<StateCore, 'clock' | 'reread'>): (isOn: boolean) => void {
  let cancel: (() => void) | undefined
  const wait = () => {
    cancel = clock.after(presenceInterval, () => {
      wait()
      void reread('users')
    })
  }
  return (isOn) => {
    if (isOn === (cancel !== undefined)) return
    cancel?.()
    cancel = undefined
    if (isOn) wait()
  }
}
