import type { UserRecord } from '../ports/records.ts'
import { requireLooked } from '../ports/require-looked.ts'
import type { Decision, Facts, Intent, Plan, Written } from '../ports/write.ts'
import { applyChanges } from './apply-changes.ts'
import { countUsers } from './count-users.ts'
import type { MemoryCompany } from './memory-company.ts'
import { toRecord } from './to-record.ts'

const day = 86_400_000

/** Decides and applies a write. It is synchronous, so nothing else runs in between: that is the company's lock. */
export function write<Answer>(
  company: MemoryCompany,
  intent: Intent,
  plan: Plan<Answer>,
  now: Date,
): Written<Answer> {
  const kept = company.answers.get(intent.id)
  if (kept && kept.fingerprint !== intent.fingerprint)
    return { ok: false, refused: { code: 'idempotency_mismatch' } }
  // The fingerprint is equal, so it is the same request and its answer has this type.
  if (kept) return { ok: true, answer: kept.answer as Answer, revision: kept.revision, repeated: true }

  const known = facts(company, intent, plan, now)
  const decision = plan.decide(known)
  if ('refused' in decision) return { ok: false, refused: decision.refused }
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
  return { ok: true, answer, revision, repeated: false }
}

/** Deletes answers that are older than a day. */
function forget({ answers }: MemoryCompany, now: Date) {
  for (const [id, { at }] of answers) {
    if (at.getTime() >= now.getTime() - day) return
    answers.delete(id)
  }
}

function facts(company: MemoryCompany, intent: Intent, { userIds }: Plan<unknown>, now: Date): Facts {
  const { catalogue } = company
  const find = (id: string) => toRecord(company.users.get(id))
  const isUser = (user: UserRecord | null) => user !== null
  const { byRole } = countUsers(company)
  const admins = catalogue.roles.filter(({ isAdmin }) => isAdmin)
  return {
    now,
    catalogue,
    actor: intent.actor.kind === 'user' ? find(intent.actor.id) : null,
    users: new Map(
      userIds
        .map(find)
        .filter(isUser)
        .map((user) => [user.id, user]),
    ),
    openSessions: openSessions(company, [...userIds, intent.actor.id]),
    adminCount: admins.reduce((sum, { id }) => sum + (byRole.get(id) ?? 0), 0),
    revision: company.revision + 1,
  }
}

function openSessions({ sessions }: MemoryCompany, userIds: string[]) {
  const open = [...sessions.values()].filter(({ userId, endedAt }) => !endedAt && userIds.includes(userId))
  const byUser = Map.groupBy(open, ({ userId }) => userId)
  return new Map([...byUser].map(([userId, own]) => [userId, own.map(({ id }) => id)]))
}

type Accepted = Exclude<Decision<unknown>, { refused: unknown }>

function apply(company: MemoryCompany, intent: Intent, { changes, audit }: Accepted, now: Date): number {
  if (changes.length === 0) return company.revision
  const revision = company.revision + 1
  const changed = applyChanges(company, changes, revision, now)
  company.revision = revision
  if (changed.users.length > 0) company.usersRevision = revision
  for (const resource of ['users', 'sessions'] as const)
    if (changed[resource].length > 0)
      company.changes.push({ revision, resource, ids: changed[resource], intent: intent.id, at: now })
  const { id, actor, requestId } = intent
  for (const entry of audit)
    company.audit.push({ ...entry, id: crypto.randomUUID(), at: now, intent: id, actor, requestId })
  return revision
}
