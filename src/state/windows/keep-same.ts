import { shallow } from 'zustand/vanilla/shallow'

/** Returns the earlier value if the next one has the same content, so that a comparison by identity finds no change. */
export const keepSame = <Value>(before: Value | undefined, next: Value): Value =>
  before !== undefined && shallow(before, next) ? before : next
