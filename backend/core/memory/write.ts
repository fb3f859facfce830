import { requireLooked } from '../ports/require-looked.ts'
import type { Decision, Facts, Intent, Plan, Written } from '../ports/write.ts'
import { isPending } from '../rules/invitation-status.ts'
import { settleRepeat } from '../rules/settle-repeat.ts'
import { emailKey } from '../text/email-key.ts'
import { applyChanges } from './apply-changes.ts'
import { applySelection } from './apply-selection.ts'
import { countAdmins } from './count-users.ts'
import { changeIdlePolicy } from './idle-policy.ts'
import { invitationFacts, openByKey, seatsOf } from './invitation-facts.ts'
import type { MemoryCompany } from './memory-company.ts'
import { selectionRecord } from './selection-record.ts'
import { toRecord } from './to-record.ts'

const day = 86_400_000

/** Decides and applies a write. It is synchronous, so nothing else runs in between: that is the company's lock. */
export function write<Answer>(
  company: MemoryCompany,
  intent: Intent,
  plan: Plan<Answer>,
  now: Date,
): Written<Answer> {
  const known = facts(company, intent, plan, now)
  const earlier = company.answers.get(intent.id) ?? reserved(company, intent)
  const settled = settleRepeat(earlier, intent, known, plan.decide)
  if ('refused' in settled) return { ok: false, refused: settled.refused }
  const written = { ok: true as const, usersRevision: company.usersRevision, lockedMs: 0 }
  if ('repeated' in settled) return { ...written, ...settled.repeated, repeated: true, users: known.users }

  const { decision } = settled
  requireLooked(decision.changes, known)
  const revision = apply(company, intent, decision, now)
  const { answer } = decision
  company.answers.set(intent.id, {
    fingerprint: intent.fingerprint,
    answer: structuredClone(answer),
    revision,
    at: now,
  })
  forget(company, now)
  const users = usersOf(company, plan.userIds)
  const { usersRevision } = company
  return { ok: true, answer, revision, repeated: false, users, usersRevision, lockedMs: 0 }
}

/** A selection's id, and the intent that created it, can't be the intent of anything else. */
function reserved({ selections }: MemoryCompany, { id }: Intent) {
  const isTaken = selections.has(id) || [...selections.values()].some(({ intent }) => intent?.id === id)
  return isTaken ? { fingerprint: '', answer: null, revision: 0 } : undefined
}

const usersOf = ({ users }: MemoryCompany, ids: string[]) =>
  new Map(ids.flatMap((id) => toRecord(users.get(id)) ?? []).map((user) => [user.id, user]))

/** Deletes stored responses that are older than a day. */
function forget({ answers }: MemoryCompany, now: Date) {
  for (const [id, { at }] of answers) {
    if (at.getTime() >= now.getTime() - day) return
    answers.delete(id)
  }
}

function facts(
  company: MemoryCompany,
  intent: Intent,
  { userIds, selectionId, invitations = { ids: [], keys: [] } }: Plan<unknown>,
  now: Date,
): Facts {
  const { catalogue } = company
  const find = (id: string) => toRecord(company.users.get(id))
  return {
    now,
    catalogue,
    idlePolicy: company.idlePolicy,
    actor: intent.actor.kind === 'user' ? find(intent.actor.id) : null,
    users: usersOf(company, userIds),
    gone: goneOf(company, userIds, now),
    selection: selectionId === undefined ? null : selectionRecord(company, selectionId),
    since: changesSince(company, selectionId),
    openSessions: openSessions(company, [...userIds, intent.actor.id]),
    adminCount: countAdmins(company),
    seats: seatsOf(company, now),
    invitations: invitationFacts(company, invitations, intent.actor.id, now),
    revision: company.revision + 1,
  }
}

/** The changes of users after those that a selection undoes. */
function changesSince({ audit, selections }: MemoryCompany, selectionId: string | undefined): Facts['since'] {
  const undoOf = selectionId === undefined ? undefined : selections.get(selectionId)?.undoOf
  const since: Facts['since'] = new Map()
  if (!undoOf) return since
  for (const entry of audit)
    if (entry.intent === undoOf) since.set(entry.targetId, [])
    else if (entry.action === 'set_role' || entry.action === 'change_teams')
      since.get(entry.targetId)?.push(entry)
  return since
}

function goneOf(company: MemoryCompany, ids: string[], now: Date): Facts['gone'] {
  const { users } = company
  const gone = ids.flatMap((id) => users.get(id) ?? []).filter(({ deletedAt }) => deletedAt)
  if (gone.length === 0) return new Map()
  const open = openByKey(company)
  const pendingId = (email: string) => {
    const invitation = open.get(emailKey(email))
    return invitation && isPending(invitation, now) ? invitation.id : null
  }
  return new Map(
    gone.map(({ id, accountId, email }) => {
      const isBack = Boolean(users.member(accountId))
      return [id, { id, isErased: false, isBack, invitationId: pendingId(email) }]
    }),
  )
}

function openSessions({ sessions }: MemoryCompany, userIds: string[]) {
  const open = [...sessions.values()].filter(({ userId, endedAt }) => !endedAt && userIds.includes(userId))
  const byUser = Map.groupBy(open, ({ userId }) => userId)
  return new Map([...byUser].map(([userId, own]) => [userId, own.map(({ id }) => id)]))
}

type Accepted = Exclude<Decision<unknown>, { refused: unknown }>

function apply(
  company: MemoryCompany,
  intent: Intent,
  { changes, audit, selection, idlePolicy }: Accepted,
  now: Date,
): number {
  if (selection) applySelection(company, intent, selection, now)
  if (changes.length === 0 && !idlePolicy) return company.revision
  const revision = company.revision + 1
  const changed = applyChanges(company, changes, { revision, now, actorId: intent.actor.id })
  company.revision = revision
  if (idlePolicy) {
    changeIdlePolicy(company, idlePolicy, intent, now)
    company.changes.push({ revision, resource: 'idle_logout', ids: [], intent: nameOf(intent), at: now })
  }
  if (changed.users.length > 0) company.usersRevision = revision
  if (changed.invitations.length > 0) company.invitationsRevision = revision
  for (const resource of ['users', 'invitations', 'sessions'] as const)
    if (changed[resource].length > 0)
      company.changes.push({ revision, resource, ids: changed[resource], intent: nameOf(intent), at: now })
  const { actor, requestId } = intent
  for (const entry of audit)
    company.audit.push({
      ...entry,
      id: crypto.randomUUID(),
      at: now,
      intent: nameOf(intent),
      actor,
      requestId,
    })
  return revision
}

/** The intent that events and the audit log carry. */
const nameOf = ({ id, step }: Intent) => step?.selectionId ?? id
