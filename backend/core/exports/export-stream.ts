import type { Call, Services } from '../http/call.ts'
import { exportPageRows } from '../ports/exports.ts'
import { checkAccess } from './check-access.ts'
import { byteOrderMark, record } from './csv.ts'
import type { FileColumn } from './export-columns.ts'

interface Source {
  id: string
  /** Users in the file. */
  total: number
  columns: FileColumn[]
  call: Call<'exportUsers'>
  services: Services
}

/**
 * The file, page by page as the client reads it. Nothing is kept between two pages, and each page checks the session
 * and the permission. A failure breaks the stream off, so that a partial file doesn't look complete.
 */
export function exportStream({ id, total, columns, call, services }: Source): ReadableStream<Uint8Array> {
  const { store, log } = services
  const { company, catalogue } = call.place
  const encoder = new TextEncoder()
  const pages = Math.ceil(total / exportPageRows)
  let page = 0
  let rows = 0
  let bytes = 0
  const end = (done: boolean) => store.exports.end(company.id, id, { done, rows, bytes })

  async function next(): Promise<Uint8Array | null> {
    for (;;) {
      const text = page === 0 ? head() : await body()
      if (text === null) return null
      page++
      // All users of a page may have been deleted since then.
      if (text !== '') return encoder.encode(text)
    }
  }

  const head = () => byteOrderMark + record(columns.map(({ label }) => label))

  async function body(): Promise<string | null> {
    if ((await checkAccess(call, services)) !== 'allowed') throw new Error('The viewer may no longer export.')
    if (page > pages) return null
    const users = await store.exports.page(company.id, id, page - 1)
    if (!users) throw new Error('The ids of the export were deleted.')
    rows += users.length
    return users.map((user) => record(columns.map(({ read }) => read(user, catalogue)))).join('')
  }

  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const chunk = await next()
          bytes += chunk?.byteLength ?? 0
          if (chunk) return controller.enqueue(chunk)
          await end(true)
          controller.close()
        } catch (err) {
          log.warn({ requestId: call.requestId, err }, 'an export broke off')
          await end(false).catch(() => {})
          controller.error(err)
        }
      },
      cancel: () => end(false).catch(() => {}),
    },
    { highWaterMark: 0 },
  )
}
