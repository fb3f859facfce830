import type { FailedRow, PartialRow } from '@aicx/roster/contract'
import type { Call, Handler } from '../http/call.ts'
import { requireSelection } from '../http/targets.ts'
import { invitationRuleOf } from '../invitations/row-rule-of.ts'
import { Refused } from '../ports/refused.ts'
import type { SelectionRecord } from '../ports/selections.ts'
import { decideStep } from '../rules/decide-step.ts'
import { ownIntents } from '../selections/own-intents.ts'
import { viewSelection } from '../selections/view-selection.ts'
import { runWrite } from './run-write.ts'

export const runSelection: Handler<'runSelection'> = async (call, services) => {
  const { selectionId, body, place, intent } = call
  const { store, pace } = services
  const companyId = place.company.id
  const { selection: asked } = await requireSelection(companyId, selectionId, store)
  const action = actionFrom(asked, body)
  if (intent !== `${selectionId}.${body.from}`) throw new Refused('idempotency_mismatch')
  if (asked.madeBy.id !== place.viewer.id) {
    const { name } = asked.madeBy
    throw new Refused('not_maker', { reason: 'not_maker', ...(name && { params: { name } }) })
  }
  const turns = await store.selections.turns(companyId, selectionId, body.from, pace.rows)
  const ids = turns.map(({ userId }) => userId)
  const isOfUsers = asked.resource === 'users'
  const inviters = action.kind === 'delete' &&
    action.deleteInvitations && { ids: [], keys: [], inviters: ids }
  const step = { selectionId, from: body.from }
  // The place says which step it is. A repeat returns its result, whatever else it asks for.
  const stepping = { ...call, intent: ownIntents.step(selectionId, body.from), body: step }
  const written = await runWrite(stepping, services, {
    userIds: isOfUsers ? ids : [],
    ...(isOfUsers ? inviters && { invitations: inviters } : { invitations: { ids, keys: [] } }),
    selectionId,
    step,
    rule: decideStep(body.from, turns, {
      ...(!isOfUsers && { ruleOf: invitationRuleOf }),
      ...(action !== asked.action && { action }),
    }),
  })
  if (!written.repeated) pace.took(turns.length, written.lockedMs)

  // Stored responses contain ids, since the names of people may have to be erased.
  const { answer } = written
  const [selection, now, names] = await Promise.all([
    store.selections.find(companyId, selectionId),
    store.now(),
    store.selections.names(
      companyId,
      answer.map(({ userId }) => userId),
    ),
  ])
  if (!selection) throw new Refused('not_found')
  const nameOf = (userId: string) => names.get(userId) ?? ''
  const failed: FailedRow[] = []
  const partial: PartialRow[] = []
  for (const { userId: id, outcome, code = 'unknown', reason, params, missing = [] } of answer)
    if (outcome === 'failed')
      failed.push({ id, name: nameOf(id), code, ...(reason && { reason }), ...(params && { params }) })
    else partial.push({ id, name: nameOf(id), missing })
  return { selection: viewSelection(selection, now), failed, partial }
}

/** The action of a selection from a step on. The first step may ask for the invitations that deleted users sent. */
function actionFrom(
  { resource, action }: SelectionRecord,
  { from, deleteInvitations }: Call<'runSelection'>['body'],
) {
  if (!deleteInvitations || (action.kind === 'delete' && action.deleteInvitations)) return action
  if (from > 0 || resource !== 'users' || action.kind !== 'delete')
    throw new Refused('invalid_body', {
      fields: [
        { pointer: '/body/deleteInvitations', detail: 'is for the first step of a deletion of users' },
      ],
    })
  return { ...action, deleteInvitations }
}
