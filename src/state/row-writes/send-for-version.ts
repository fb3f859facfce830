import type { ApiError } from '../../client/api-error.ts'
import { toApiError } from '../../client/to-api-error.ts'

/** How often a change is sent for a newer version before it fails as a conflict. */
const mostRebases = 10

/** A change that names the version of the row that the person saw. */
export interface VersionedWrite<Row> {
  /** The row as the person saw it. */
  base: Row | undefined
  send(base: Row | undefined): Promise<Row>
  /** Loads the row after the server has refused the version. */
  current(error: ApiError): Promise<Row>
  /** Whether a row is already as the change would leave it. */
  isDone(row: Row): boolean
  /** Whether the change may replace what a newer version has. */
  isUntouched(row: Row): boolean
}

/** Sends a change again for newer versions, as long as these differ in something else. Rejects with `version_mismatch` otherwise. */
export async function sendForVersion<Row extends { version?: string }>({
  base: first,
  send,
  current,
  isDone,
  isUntouched,
}: VersionedWrite<Row>): Promise<Row> {
  let base = first
  for (let rebases = 0; ; rebases++) {
    try {
      return await send(base)
    } catch (thrown) {
      const error = toApiError(thrown)
      if (error.code !== 'version_mismatch') throw error
      const row = await current(error)
      if (isDone(row)) return row
      const isSame = row.version === (base?.version ?? '')
      if (!isUntouched(row) || isSame || rebases === mostRebases) throw error
      base = row
    }
  }
}
