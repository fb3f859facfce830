import { countRecords } from '../../client/count-records.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import { portMethod } from '../../client/port-method.ts'
import { toApiError } from '../../client/to-api-error.ts'
import type { ExportRequest } from '../../contract/exports.ts'
import type { Outcome } from '../core/outcome.ts'
import { send } from '../core/send.ts'
import type { StateCore } from '../core/state-core.ts'

/** Where an exported file goes. */
export interface FileSink {
  /** Writes bytes at the end. The export waits for it, and fails if it rejects. */
  write(bytes: Uint8Array): Promise<void>
  /** Keeps the file. Called only after the whole file was written. */
  close(): Promise<void>
  /** Discards what was written. */
  discard(): Promise<void>
}

/** How far an export is. */
export interface ExportProgress {
  /** Users in the file so far. */
  rows: number
  /** Users that the file will have, if the backend says so. */
  total: number | undefined
}

/** Options of {@link exportUsers}. */
export interface ExportUsersOptions {
  sink: FileSink
  signal: AbortSignal
  onProgress: (progress: ExportProgress) => void
}

/** Writes the list of users to a file. An incomplete file is discarded. Never rejects. */
export async function exportUsers(
  state: Pick<StateCore, 'api' | 'clock' | 'reporter' | 'reread'>,
  request: ExportRequest,
  { sink, signal, onProgress }: ExportUsersOptions,
): Promise<Outcome<ExportProgress>> {
  const records = countRecords()
  let total: number | undefined
  const progress = () => ({ rows: Math.max(0, records.count - 1), total })
  try {
    const write = portMethod(state.api.users.export, 'users.export')
    const file = await send(state, { resource: 'users' }, signal, () => write(request, { signal }))
    total = file.total
    onProgress(progress())
    const reader = file.body.getReader()
    const cancel = () => void reader.cancel(signal.reason).catch(() => undefined)
    signal.addEventListener('abort', cancel)
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        await sink.write(read.value)
        records.add(read.value)
        onProgress(progress())
      }
    } finally {
      signal.removeEventListener('abort', cancel)
    }
    signal.throwIfAborted()
    const { rows } = progress()
    if (total !== undefined && rows !== total)
      throw new ExplainedError('incomplete', `${rows} of ${total} users arrived.`)
    await sink.close()
    return { ok: true, value: progress() }
  } catch (thrown) {
    await sink.discard().catch(() => undefined)
    return { ok: false, error: toApiError(thrown, { signal }) }
  }
}
