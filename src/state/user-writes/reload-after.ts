import type { ApiError } from '../../client/api-error.ts'
import type { Session } from '../../contract/session.ts'
import type { StateCore } from '../core/state-core.ts'
import type { PlacedWrite } from './placed-write.ts'

/** Loads again what a saved write has changed. */
export function reloadAfterSuccess(
  { queries, key, reread }: StateCore,
  { userId, touches, affectsPermissions }: PlacedWrite,
) {
  const viewerId = queries.getQueryData<Session>(key('session'))?.viewer.id
  if (affectsPermissions && (viewerId === undefined || viewerId === userId)) void reread()
  else for (const resource of touches) void reread(resource)
}

/** Failures that say nothing about the server's data. */
const silent: ReadonlySet<string> = new Set(['cancelled', 'unsupported', 'aborted'])

/** Reports a failed write, and loads again what it has shown to be outdated. */
export function reloadAfterFailure(
  { queries, key, reporter, reread }: StateCore,
  { userId }: PlacedWrite,
  error: ApiError,
  { isLost, ms }: { isLost: boolean; ms: number },
) {
  const { code, status } = error
  if (silent.has(code)) return
  if (code === 'version_mismatch') {
    void reread('users')
    return
  }
  reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms })
  // A refusal means that the page shows outdated data. After a lost response only this user may have changed.
  if (isLost) void queries.invalidateQueries({ queryKey: key('user', userId) })
  else if (status !== 401 && status !== 429) void reread()
}
