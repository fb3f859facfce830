import type { Handler } from '../http/call.ts'
import { selectionTimes } from '../selections/limits.ts'
import { viewSelection } from '../selections/view-selection.ts'

export const listSelections: Handler<'listSelections'> = async ({ place }, { store }) => {
  const now = await store.now()
  const since = new Date(now.getTime() - selectionTimes.list)
  const selections = await store.selections.list(place.company.id, since)
  return { selections: selections.map((selection) => viewSelection(selection, now)) }
}
