import { hasSameEntries } from '../../base/has-same-entries.ts'

/** Returns the earlier value if the next one has the same content, so that a comparison by identity finds no change. */
export const keepSame = <Value extends object>(before: Value | undefined, next: Value): Value =>
  before !== undefined && hasSameEntries(before, next) ? before : next
