import type { Handler } from '../http/call.ts'
import { Refused } from '../ports/refused.ts'

export const getExport: Handler<'getExport'> = async ({ exportId, place }, { store }) => {
  const found = await store.exports.find(place.company.id, exportId)
  if (found?.madeBy !== place.viewer.id) throw new Refused('not_found')
  const { done, rows, bytes } = found
  return { done, rows, bytes }
}
