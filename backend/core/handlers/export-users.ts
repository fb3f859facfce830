import { exportColumns } from '../exports/export-columns.ts'
import { exportStream } from '../exports/export-stream.ts'
import type { Handler } from '../http/call.ts'
import { listingOf } from './listing-of.ts'

export const exportUsers: Handler<'exportUsers'> = async (call, services) => {
  const { body, place, requestId } = call
  const columns = exportColumns(body.columns)
  const id = crypto.randomUUID()
  const by = { actor: { kind: 'user' as const, id: place.viewer.id }, requestId }
  const { total } = await services.store.exports.begin(place.company.id, id, listingOf(body.query), by)
  return new Response(exportStream({ id, total, columns, call, services }), {
    // Keeps proxies from buffering, or from waiting for more to compress.
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="users.csv"',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      'Roster-Export': id,
      'Roster-Total': String(total),
    },
  })
}
