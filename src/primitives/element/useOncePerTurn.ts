import { useRef } from 'react'

/**
 * Returns a function that calls another one at most once in a turn of the event loop. Two presses can come before
 * anything is rendered again, such as Enter beside a click.
 */
export function useOncePerTurn<Args extends unknown[]>(call: (...args: Args) => void) {
  const isCalled = useRef(false)
  return (...args: Args) => {
    if (isCalled.current) return
    isCalled.current = true
    queueMicrotask(() => {
      isCalled.current = false
    })
    call(...args)
  }
}
