import { anySignal } from '../base/any-signal.ts'
import type { Unreadable } from '../base/row-source.ts'
import type { Capabilities } from '../contract/capabilities.ts'
import type { User } from '../contract/users.ts'
import { type UsersQuery, type UsersRange, windowLimits } from '../contract/users-query.ts'
import type { Window } from '../contract/windows.ts'
import { AnswerError } from './answer-error.ts'
import type { RequestOptions } from './request-options.ts'
import type { UsersApi } from './roster-api.ts'

interface Source {
  list: UsersApi['list']
  announced(options: RequestOptions): Promise<Capabilities>
}

/**
 * Reads all users of a query from end to end, by cursor if the server announces it, or else by position. Leaving the
 * loop aborts the current request.
 */
export function iterateUsers(
  source: Source,
  query: UsersQuery = {},
  { signal }: RequestOptions = {},
): AsyncIterable<User | Unreadable> {
  return {
    [Symbol.asyncIterator]() {
      const left = new AbortController()
      const rows = rowsOf(source, query, signal ? anySignal([signal, left.signal]) : left.signal)
      return {
        next: () => rows.next(),
        return() {
          left.abort()
          return rows.return(undefined)
        },
      }
    },
  }
}

async function* rowsOf({ list, announced }: Source, query: UsersQuery, signal: AbortSignal) {
  const cursors = new Set<string>()
  let range: UsersRange = { offset: 0 }
  let previous: Window<User> | undefined
  for (;;) {
    const window: Window<User> = await list({ ...query, ...range, limit: windowLimits.rows }, { signal })
    const { rows, next, offset, total, totalIs } = window
    if ((next && cursors.has(next)) || isStuck(window, range, previous))
      throw new AnswerError('The list does not advance: the server returned the same rows again.')
    yield* rows
    const end = offset + rows.length
    const complete = rows.length === 0 || (totalIs === 'exact' && end >= total)
    if (complete && !next) return
    const { cursor } = await announced({ signal })
    if (cursor ? !next : complete) return
    if (next) cursors.add(next)
    range = cursor ? { cursor: next } : { offset: end }
    previous = window
  }
}

/**
 * Whether a window isn't the one that was requested. By cursor its position may move back, since rows may have been
 * deleted, but it must not begin with the same row again.
 */
function isStuck({ rows, offset }: Window<User>, range: UsersRange, previous?: Window<User>) {
  if (range.cursor === undefined) return rows.length > 0 && offset !== range.offset
  return previous !== undefined && offset <= previous.offset && rows[0]?.id === previous.rows[0]?.id
}
