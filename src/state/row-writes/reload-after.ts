import type { ApiError } from '../../client/api-error.ts'
import type { Session } from '../../contract/session.ts'
import type { StateCore } from '../core/state-core.ts'
import type { RowNames } from '../known-rows/row-names.ts'
import type { PlacedWrite } from './placed-write.ts'

/** Loads again what a saved write has changed. */
export function reloadAfterSuccess<Row>(
  { queries, key, reread }: StateCore,
  { id, touches, affectsPermissions }: PlacedWrite<Row>,
) {
  const viewerId = queries.getQueryData<Session>(key('session'))?.viewer.id
  if (affectsPermissions && (viewerId === undefined || viewerId === id)) void reread()
  else for (const resource of touches) void reread(resource)
}

/** Failures that say nothing about the server's data. */
const silent: ReadonlySet<string> = new Set(['cancelled', 'unsupported', 'aborted'])

/** Reports a failed write, and loads the data again that must be outdated. */
export function reloadAfterFailure<Row>(
  { queries, key, reporter, reread }: StateCore,
  names: RowNames,
  { id }: PlacedWrite<Row>,
  error: ApiError,
  { isLost, ms }: { isLost: boolean; ms: number },
) {
  const { code, status } = error
  if (silent.has(code)) return
  if (code === 'version_mismatch') {
    void reread(names.list)
    return
  }
  reporter.emit({ type: 'request.failed', context: { resource: names.list }, error, ms })
  // A refusal means that the page shows outdated data. After a lost response only this row may have changed.
  if (isLost) void queries.invalidateQueries({ queryKey: key(names.one, id) })
  else if (status !== 401 && status !== 429) void reread()
}
