import type { MissingPart } from '@aicx/roster/contract'
import type { Catalogue } from '../ports/records.ts'
import type { Before, Named } from '../ports/selections.ts'
import type { AuditEntry, Facts, GoneUser, Refusal } from '../ports/write.ts'
import { changeRole } from './change-role.ts'
import { changeTeams } from './change-teams.ts'
import { findTarget } from './find-target.ts'
import { judgeActor } from './judge-actor.ts'
import { namedRole } from './named.ts'
import { refusalOf } from './refusal-of.ts'
import { already, type RowRule } from './row-rule.ts'
import { seatsRefusal } from './seats-refusal.ts'

/**
 * Undoes what was done to a row, unless it was changed again. The person who undoes may not give back more than they
 * may give.
 */
export const undoChange: RowRule = (facts, row, product) => {
  const { before } = row
  if (!before) return { refused: facts.gone.get(row.userId)?.isErased ? erased : { code: 'undo_expired' } }
  if (before.kind === 'deleted') return restoreUser(before)(facts, row, product)
  if (!facts.users.has(row.userId)) return { refused: { code: 'changed_since', reason: 'changed_since' } }
  return before.kind === 'role'
    ? revertRole(before)(facts, row, product)
    : revertTeams(before)(facts, row, product)
}

const erased = { code: 'erased', reason: 'erased' } as const

const restoreUser =
  ({ role, teams, lastActiveAt }: Extract<Before, { kind: 'deleted' }>): RowRule =>
  (facts, { userId }, product) => {
    const judged = judgeActor(facts, product)
    if ('refused' in judged) return judged
    if (facts.users.has(userId)) return already
    const gone = facts.gone.get(userId)
    if (!gone) return { refused: { code: 'not_found' } }
    if (gone.isErased) return { refused: erased }
    if (gone.isBack) return { refused: { code: 'already_user', reason: 'already_user' } }
    const { catalogue } = facts
    const full = takingRefusal(facts, gone)
    if (full) return { refused: full }
    const given = givenRole(catalogue, role)
    if (!given) return { refused: { code: 'role_not_found', params: { roleId: role.id } } }
    const refused = refusalOf(judged.rules.role(given).assign)
    if (refused) return { refused }
    const known = teams.filter(({ id }) => catalogue.teams.some((team) => team.id === id))
    const teamIds = known.map(({ id }) => id).toSorted()
    return {
      changes: [{ kind: 'restore_user', userId, roleId: given.id, teamIds, lastActiveAt }],
      audit: [{ action: 'restore_user', targetId: userId, after: { roleId: given.id, teamIds } }],
      missing: [...missingRole(role, given), ...missingTeams(teams, known)],
    }
  }

/** An invited person joins with the invitation. A restored user takes a seat again. */
function takingRefusal({ seats }: Facts, { invitationId }: GoneUser): Refusal | undefined {
  if (invitationId !== null)
    return { code: 'already_invited', reason: 'already_invited', params: { invitationId } }
  return seatsRefusal(seats)
}

const revertRole =
  ({ from, to }: Extract<Before, { kind: 'role' }>): RowRule =>
  (facts, row, product) => {
    const found = findTarget(facts, row.userId, product)
    if ('refused' in found) return found
    const given = givenRole(facts.catalogue, from)
    if (!given) return { refused: { code: 'role_not_found', params: { roleId: from.id } } }
    const { roleId } = found.target
    if (roleId === given.id) return already
    // A role that was given again is someone’s decision too.
    const isGivenSince = facts.since.get(row.userId)?.some(({ action }) => action === 'set_role')
    if (roleId !== to.id || isGivenSince) return { refused: changedSince(facts.catalogue, roleId) }
    const decision = changeRole(given.id)(facts, row, product)
    return 'refused' in decision ? decision : { ...decision, missing: missingRole(from, given) }
  }

/** Teams that someone has changed again since then stay as they are. */
const revertTeams =
  ({ joined, left }: Extract<Before, { kind: 'teams' }>): RowRule =>
  (facts, row, product) => {
    const own = facts.users.get(row.userId)?.teamIds ?? []
    const changed = teamsChanged(facts.since.get(row.userId) ?? [])
    const isKnown = ({ id }: Named) => facts.catalogue.teams.some((team) => team.id === id)
    const remove = joined.filter((team) => isKnown(team) && own.includes(team.id) && !changed.has(team.id))
    const back = left.filter(({ id }) => !own.includes(id) && !changed.has(id))
    const add = back.filter(isKnown)
    const decision = changeTeams({ add: add.map(idOf), remove: remove.map(idOf) })(facts, row, product)
    return 'refused' in decision ? decision : { ...decision, missing: missingTeams(back, add) }
  }

/** The teams that entries of the audit log added or removed. */
const teamsChanged = (entries: readonly AuditEntry[]) =>
  new Set(
    entries.flatMap(({ before, after }) => {
      const [earlier, later] = [before?.teamIds ?? [], after?.teamIds ?? []]
      return [...earlier, ...later].filter((id) => earlier.includes(id) !== later.includes(id))
    }),
  )

const idOf = ({ id }: Named) => id

/** The role that is given back: the default one if it no longer exists. */
const givenRole = ({ roles }: Catalogue, { id }: Named) =>
  roles.find((role) => role.id === id) ?? roles.find(({ isDefault }) => isDefault)

const missingRole = ({ id, name }: Named, given: Named): MissingPart[] =>
  id === given.id ? [] : [{ kind: 'role', id, name, replacedBy: { id: given.id, name: given.name } }]

const missingTeams = (teams: Named[], known: Named[]): MissingPart[] =>
  teams.filter((team) => !known.includes(team)).map(({ id, name }) => ({ kind: 'team', id, name }))

/** The refusal of a row whose user has another role than was expected. */
export const changedSince = (catalogue: Catalogue, roleId: string) => ({
  code: 'changed_since' as const,
  reason: 'changed_since',
  params: { role: namedRole(catalogue, roleId).name, roleId },
})
