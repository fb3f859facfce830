import type { Handler } from '../http/call.ts'
import { requireSelection } from '../http/targets.ts'
import { decideStop } from '../rules/decide-step.ts'
import { viewSelection } from '../selections/view-selection.ts'
import { runWrite } from './run-write.ts'

export const stopSelection: Handler<'stopSelection'> = async (call, services) => {
  const { selectionId, place } = call
  await requireSelection(place.company.id, selectionId, services.store)
  await runWrite(call, services, { userIds: [], selectionId, rule: decideStop })
  const { selection, now } = await requireSelection(place.company.id, selectionId, services.store)
  return viewSelection(selection, now)
}
