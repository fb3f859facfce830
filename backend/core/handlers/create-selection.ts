import type { SelectionRequest } from '@aicx/roster/contract'
import type { Call, Handler, Place, Services } from '../http/call.ts'
import { fingerprintOf } from '../http/fingerprint.ts'
import { Refused } from '../ports/refused.ts'
import type { FreezeOf } from '../ports/selections.ts'
import { decideEnd } from '../rules/decide-step.ts'
import { freezeSkips, invitationSkips } from '../rules/freeze-skips.ts'
import { refusalOf } from '../rules/refusal-of.ts'
import { keptSelections, selectionTimes } from '../selections/limits.ts'
import { ownIntents } from '../selections/own-intents.ts'
import { undoOf } from '../selections/selection-state.ts'
import { viewSelection } from '../selections/view-selection.ts'
import { impactOf } from './impact-of.ts'
import { invitationListingOf } from './invitation-listing-of.ts'
import { listingOf } from './listing-of.ts'
import { runWrite } from './run-write.ts'
import { skipParams } from './skip-params.ts'

/** Seconds after which selections that weren't started no longer count. */
const retryAfter = selectionTimes.begin / 1_000

export const createSelection: Handler<'createSelection'> = async (call, services) => {
  const { request, body, place, intent } = call
  const { store, digest, mostSelected } = services
  const { company } = place
  requireFitting(body)
  const now = await store.now()
  const known = { id: intent, fingerprint: await fingerprintOf({ request, place, body }, digest) }
  const frozen = (await store.selections.known(company.id, known)) ?? (await freeze())
  if (!frozen.ok) {
    const params = frozen.code === 'selection_too_large' && { params: { most: String(mostSelected) } }
    const wait = frozen.code === 'rate_limited' && { retryAfter }
    throw new Refused(frozen.code, { ...params, ...wait })
  }
  const { selection, revision } = frozen
  call.headers.set('Roster-Revision', String(revision))
  const impact = selection.impact ?? (await impactOf(selection, place, services))
  return viewSelection({ ...selection, impact }, now)

  async function freeze() {
    const of = await freezeOf(call, services, now)
    requireKnown(body.action, place)
    return store.selections.freeze(company.id, {
      id: crypto.randomUUID(),
      intent: known,
      resource: body.resource,
      action: body.action,
      madeBy: place.viewer.id,
      of,
      skips: await skips(),
      most: mostSelected,
      mostKept: keptSelections * mostSelected,
      paramsOf: skipParams(place),
    })
  }

  async function skips() {
    if (body.resource === 'invitations') return invitationSkips(body.action, place)
    return freezeSkips(body.action, place, await store.adminCount(company.id, place.usersRevision))
  }
}

/** Refuses parts that are valid, but not together. */
function requireFitting({ resource, of, action }: SelectionRequest) {
  const refuse = (pointer: string, detail: string) => {
    throw new Refused('invalid_body', { fields: [{ pointer, detail }] })
  }
  const isOfInvitations = resource === 'invitations'
  if (isOfInvitations && action.kind !== 'delete' && action.kind !== 'resend')
    refuse('/body/action/kind', 'must be "delete" or "resend" for invitations')
  if (!isOfInvitations && action.kind === 'resend') refuse('/body/action/kind', 'is for invitations only')
  if (isOfInvitations && 'deleteInvitations' in action)
    refuse('/body/action/deleteInvitations', 'is for users only')
  if (action.kind === 'undo' && !('undoOf' in of) && !('failedOf' in of))
    refuse('/body/of', 'must name what to undo in "undoOf"')
  if (action.kind !== 'undo' && 'undoOf' in of) refuse('/body/action/kind', 'must be "undo"')
}

/** Refuses roles and teams that the company does not have, and roles that the viewer may not give to anyone. */
function requireKnown(action: SelectionRequest['action'], { catalogue, judge }: Place) {
  if (action.kind === 'changeRole') {
    const role = catalogue.roles.find(({ id }) => id === action.roleId)
    if (!role) throw new Refused('role_not_found', { params: { roleId: action.roleId } })
    const refused = refusalOf(judge.role(role).assign)
    if (refused) throw new Refused(refused.code, { reason: refused.reason, params: refused.params })
  }
  if (action.kind !== 'changeTeams') return
  const asked = [...action.add, ...action.remove]
  const unknown = asked.find((id) => !catalogue.teams.some((team) => team.id === id))
  if (unknown !== undefined) throw new Refused('team_not_found', { params: { teamId: unknown } })
}

async function freezeOf(call: Call<'createSelection'>, services: Services, now: Date): Promise<FreezeOf> {
  const { body } = call
  const { of, action } = body
  if ('ids' in of) return of
  if ('query' in of) return listedBy(body, of.except)
  if ('undoOf' in of) return undoing(call, services, of.undoOf, now)
  const failed = await services.store.selections.find(call.place.company.id, of.failedOf)
  if (!failed) throw new Refused('selection_expired')
  if (failed.action.kind !== action.kind || failed.resource !== body.resource)
    throw new Refused('invalid_body', {
      fields: [{ pointer: '/body/action/kind', detail: `must be "${failed.action.kind}"` }],
    })
  if (failed.undoOf === null) return of
  return { ...(await undoing(call, services, failed.undoOf, now)), failedIn: of.failedOf }
}

function listedBy(body: SelectionRequest, except: readonly string[]): FreezeOf {
  if (body.resource === 'users')
    return { listing: listingOf('query' in body.of ? body.of.query : {}), except }
  return { invitations: invitationListingOf('query' in body.of ? body.of.query : {}), except }
}

/** Ends a run that is to be undone, so that nothing is added to what was frozen. */
async function undoing(call: Call<'createSelection'>, services: Services, id: string, now: Date) {
  const selection = await services.store.selections.find(call.place.company.id, id)
  if (!selection || !undoOf(selection, now)) throw new Refused('undo_expired')
  if (!selection.endedAt) {
    const ending = { ...call, intent: ownIntents.end(call.intent) }
    await runWrite(ending, services, { userIds: [], selectionId: id, rule: decideEnd })
  }
  return { undoOf: id }
}
