import type { Permission } from '@aicx/roster/contract'
import type { Turn, TurnResult } from '../ports/selections.ts'
import type { AuditEntry, Change, Decision, Facts } from '../ports/write.ts'
import { isExpired } from '../selections/selection-state.ts'
import { already, type RowDecision } from './row-rule.ts'
import { dependsOnRole, rowRuleOf } from './row-rule-of.ts'
import type { Rule } from './rule.ts'
import { changedSince } from './undo-change.ts'

/** What a step did to the rows that are worth a word, by their ids. */
export type StepAnswer = Pick<TurnResult, 'userId' | 'outcome' | 'code' | 'reason' | 'params' | 'missing'>[]

/**
 * Does the next step of a selection. Each row is judged anew, after those before it: of two Admins the second is the
 * last one once the first is gone.
 */
export const decideStep =
  (from: number, turns: Turn[]): Rule<StepAnswer> =>
  (facts, product) => {
    const { selection, actor, now } = facts
    if (!selection) return { refused: { code: 'not_found' } }
    if (isExpired(selection, now)) return { refused: { code: 'selection_expired' } }
    if (selection.madeBy.id !== actor?.id) return notMaker(facts)
    if (from !== selection.position) {
      const params = { position: String(selection.position) }
      return { refused: { code: 'selection_position', params } }
    }
    if (selection.endedAt) return { refused: { code: 'selection_ended' } }

    const { changes, audit, results } = decideTurns(turns, facts, product)
    return {
      changes,
      audit,
      answer: results.flatMap(({ userId, outcome, code, reason, params, missing }) =>
        outcome === 'done' ? [] : { userId, outcome, code, reason, params, missing },
      ),
      selection: {
        kind: 'step',
        id: selection.id,
        results,
        isLast: from + turns.length >= selection.allowed,
        undoOf: selection.undoOf,
      },
    }
  }

/** Ends a selection where it is, for its maker. */
export const decideStop: Rule<null> = (facts) => {
  const { selection, actor } = facts
  if (!selection) return { refused: { code: 'not_found' } }
  if (selection.madeBy.id !== actor?.id) return notMaker(facts)
  return stopped(facts)
}

/** Ends a selection that is about to be undone, for anyone. */
export const decideEnd: Rule<null> = (facts) =>
  facts.selection ? stopped(facts) : { refused: { code: 'not_found' } }

const stopped = ({ selection }: Facts): Decision<null> => ({
  changes: [],
  audit: [],
  answer: null,
  ...(selection && !selection.endedAt && { selection: { kind: 'stop', id: selection.id } }),
})

const notMaker = ({ selection }: Facts): Decision<never> => {
  const { name } = selection?.madeBy ?? {}
  return { refused: { code: 'not_maker', reason: 'not_maker', ...(name && { params: { name } }) } }
}

function decideTurns(turns: Turn[], facts: Facts, product: readonly Permission[]) {
  const changes: Change[] = []
  const audit: AuditEntry[] = []
  const results: TurnResult[] = []
  let { adminCount } = facts
  for (const turn of turns) {
    const decision = decideTurn(turn, { ...facts, adminCount }, product)
    results.push(resultOf(turn, decision))
    if ('refused' in decision) continue
    changes.push(...decision.changes)
    audit.push(...decision.audit)
    for (const change of decision.changes) adminCount += adminsGained(change, facts)
  }
  return { changes, audit, results }
}

/** A user who is gone needs nothing more, unless they are to be restored. */
function decideTurn(turn: Turn, facts: Facts, product: readonly Permission[]): RowDecision {
  const { action } = facts.selection ?? {}
  const rule = action && rowRuleOf(action)
  if (!rule || !action) return { refused: { code: 'not_found' } }
  const user = facts.users.get(turn.userId)
  if (action.kind === 'undo') return rule(facts, turn, product)
  if (!user) return already
  const decision = rule(facts, turn, product)
  const isAlready = !('refused' in decision) && decision.changes.length === 0
  if (isAlready || !dependsOnRole(action) || user.roleId === turn.roleId) return decision
  return { refused: changedSince(facts.catalogue, user.roleId) }
}

function resultOf({ place, userId }: Turn, decision: RowDecision): TurnResult {
  if ('refused' in decision) {
    const { code, reason, params } = decision.refused
    return { place, userId, outcome: 'failed', code, ...(reason && { reason }), ...(params && { params }) }
  }
  const { changes, before, missing = [] } = decision
  if (changes.length + missing.length === 0) return { place, userId, outcome: 'done', reason: 'already' }
  const outcome = missing.length > 0 ? 'partial' : 'done'
  return { place, userId, outcome, ...(before && { before }), ...(missing.length > 0 && { missing }) }
}

/** How many Admins more there are after a change. */
function adminsGained(change: Change, { users, catalogue }: Facts): number {
  const isAdmin = (roleId: string | undefined) =>
    Number(catalogue.roles.some(({ id, isAdmin }) => id === roleId && isAdmin))
  const before = isAdmin(users.get(change.userId)?.roleId)
  if (change.kind === 'delete_user') return -before
  if (change.kind === 'restore_user') return isAdmin(change.roleId)
  return change.kind === 'set_role' ? isAdmin(change.roleId) - before : 0
}
