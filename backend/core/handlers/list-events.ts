import type { Handler } from '../http/call.ts'

export const listEvents: Handler<'listEvents'> = async ({ place, query }, { store }) => {
  const { changes, revision, gap } = await store.changes(place.company.id, query.since)
  return { events: changes.map((change) => ({ ...change, at: change.at.toISOString() })), revision, gap }
}
