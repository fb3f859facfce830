import { useState } from 'react'

/** The option that the keyboard points at, while the focus stays on its field. */
export interface ActiveOption {
  index: number
  setIndex: (index: number) => void
  /** Moves by arrows, Home and End; true if the key did so. */
  move: (key: string) => boolean
}

/** Points at one of `count` options; starts at `start`. */
export function useActiveOption(count: number, start = 0): ActiveOption {
  const [wanted, setIndex] = useState(start)
  const index = Math.min(wanted, count - 1)
  return {
    index,
    setIndex,
    move(key) {
      const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 }[key]
      if (to === undefined || count === 0) return false
      setIndex((to + count) % count)
      return true
    },
  }
}
