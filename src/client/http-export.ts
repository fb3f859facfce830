import type { ExportRequest, ExportState } from '../contract/exports.ts'
import { AnswerError } from './answer-error.ts'
import { countRecords } from './count-records.ts'
import { ExplainedError } from './explained-error.ts'
import type { Http } from './http.ts'
import type { RequestOptions } from './request-options.ts'
import type { UsersExport } from './roster-api.ts'
import { toApiError } from './to-api-error.ts'

/**
 * The list of users as a file. A proxy can turn a broken stream into one that is only shorter. So the stream ends
 * without an error only after the server has confirmed how much it sent.
 */
export async function httpExport(
  http: Http,
  request: ExportRequest,
  options: RequestOptions = {},
): Promise<UsersExport> {
  const { body, headers } = await http.download('users/export', { ...options, body: request })
  const id = headers.get('roster-export')
  if (!body || !id) throw new AnswerError('The export has no body, or no "Roster-Export" header.')
  const total = Number(headers.get('roster-total') ?? Number.NaN)
  const check = () => http.get(`exports/${encodeURIComponent(id)}`, 'exports.get', options)
  return { ...(Number.isSafeInteger(total) && { total }), body: confirmed(body, check, { total, options }) }
}

function confirmed(
  body: ReadableStream<Uint8Array>,
  check: () => Promise<ExportState>,
  { total, options: { signal } }: { total: number; options: RequestOptions },
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const records = countRecords()
  let bytes = 0

  async function failure(thrown: unknown) {
    const error = toApiError(thrown, { signal })
    if (error.code === 'aborted') return error
    // The first record is the head.
    const rows = String(Math.max(0, records.count - 1))
    const params = { rows, ...(Number.isSafeInteger(total) && { total: String(total) }) }
    const reason = await check().then(
      () => error,
      (refused) => refused,
    )
    return new ExplainedError('incomplete', 'The file is incomplete.', { params, cause: reason })
  }

  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read()
        if (value) {
          bytes += value.byteLength
          records.add(value)
          controller.enqueue(value)
        }
        if (!done) return
        const sent = await check()
        if (!sent.done || sent.bytes !== bytes) throw new TypeError(`${bytes} of ${sent.bytes} bytes arrived`)
        controller.close()
      } catch (thrown) {
        controller.error(await failure(thrown))
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
}
