import type { Permission, SelectionAction } from '@aicx/roster/contract'
import type { Turn, TurnResult } from '../ports/selections.ts'
import type { AuditEntry, Change, Decision, Facts } from '../ports/write.ts'
import { isExpired } from '../selections/selection-state.ts'
import { factsAfter } from './facts-after.ts'
import { judgeActor } from './judge-actor.ts'
import { already, type RowDecision, type RowRule } from './row-rule.ts'
import { dependsOnRole, rowRuleOf } from './row-rule-of.ts'
import type { Rule } from './rule.ts'
import { changedSince } from './undo-change.ts'

/** The results of the rows that the response reports, by their ids. */
export type StepAnswer = Pick<TurnResult, 'userId' | 'outcome' | 'code' | 'reason' | 'params' | 'missing'>[]

/** Returns the rule of an action for rows that aren't users. */
export type RuleOf = (action: SelectionAction) => RowRule | undefined

/** Options of {@link decideStep}. */
export interface StepOptions {
  /** The rules of rows that aren't users. */
  ruleOf?: RuleOf | undefined
  /** The action from this step on, if it is not that of the freeze. */
  action?: SelectionAction | undefined
}

/**
 * Does the next step of a selection. Each row is decided after the rows before it have changed: of two Admins, the
 * second one is the last Admin once the first is deleted. The step ends early if a row takes the actor's permission to
 * manage users away, so that the result doesn't depend on the size of steps.
 */
export const decideStep =
  (from: number, turns: Turn[], { ruleOf, action }: StepOptions = {}): Rule<StepAnswer> =>
  (facts, product) => {
    const { selection, actor, now } = facts
    if (!selection) return { refused: { code: 'not_found' } }
    if (isExpired(selection, now)) return { refused: { code: 'selection_expired' } }
    if (selection.madeBy.id !== actor?.id) return notMaker(facts)
    const judged = judgeActor(facts, product)
    if ('refused' in judged) return judged
    if (from !== selection.position) {
      const params = { position: String(selection.position) }
      return { refused: { code: 'selection_position', params } }
    }
    if (selection.endedAt) return { refused: { code: 'selection_ended' } }

    const begun = action ? { ...facts, selection: { ...selection, action } } : facts
    const { changes, audit, results } = decideTurns(turns, begun, product, ruleOf)
    return {
      changes,
      audit,
      answer: results.flatMap(({ userId, outcome, code, reason, params, missing }) =>
        outcome === 'done' ? [] : { userId, outcome, code, reason, params, missing },
      ),
      selection: {
        kind: 'step',
        id: selection.id,
        ...(action && { action }),
        results,
        isLast: from + results.length >= selection.allowed,
        undoOf: selection.undoOf,
      },
    }
  }

/** Stops a selection where it is, for the person who started it. */
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

function decideTurns(turns: Turn[], begun: Facts, product: readonly Permission[], ruleOf?: RuleOf) {
  const changes: Change[] = []
  const audit: AuditEntry[] = []
  const results: TurnResult[] = []
  let facts = begun
  for (const turn of turns) {
    if ('refused' in judgeActor(facts, product)) break
    const decision = ruleOf ? decideRow(turn, facts, product, ruleOf) : decideTurn(turn, facts, product)
    results.push(resultOf(turn, decision))
    if ('refused' in decision) continue
    changes.push(...decision.changes)
    audit.push(...decision.audit)
    facts = factsAfter(facts, decision.changes)
  }
  return { changes, audit, results }
}

function decideRow(turn: Turn, facts: Facts, product: readonly Permission[], ruleOf: RuleOf): RowDecision {
  const rule = facts.selection && ruleOf(facts.selection.action)
  return rule ? rule(facts, turn, product) : { refused: { code: 'not_found' } }
}

/** For a deleted user there is nothing to do, unless they are to be restored. */
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
