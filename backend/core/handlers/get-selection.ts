import type { Handler } from '../http/call.ts'
import { requireSelection } from '../http/targets.ts'
import { viewSelection } from '../selections/view-selection.ts'

export const getSelection: Handler<'getSelection'> = async ({ selectionId, place }, { store }) => {
  const { selection, now } = await requireSelection(place.company.id, selectionId, store)
  return viewSelection(selection, now)
}
