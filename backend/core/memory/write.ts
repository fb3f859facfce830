import { requireLooked } from '../ports/require-looked.ts'
import type { Decision, Facts, Intent, Plan, Written } from '../ports/write.ts'
import { settleRepeat } from '../rules/settle-repeat.ts'
import { applyChanges } from './apply-changes.ts'
import { countAdmins } from './count-users.ts'
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
  const known = facts(company, intent, plan, now)
  const settled = settleRepeat(company.answers.get(intent.id), intent, known, plan.decide)
  if ('refused' in settled) return { ok: false, refused: settled.refused }
  const written = { ok: true as const, usersRevision: company.usersRevision }
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
  return { ok: true, answer, revision, repeated: false, users, usersRevision: company.usersRevision }
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

function facts(company: MemoryCompany, intent: Intent, { userIds }: Plan<unknown>, now: Date): Facts {
  const { catalogue } = company
  const find = (id: string) => toRecord(company.users.get(id))
  return {
    now,
    catalogue,
    actor: intent.actor.kind === 'user' ? find(intent.actor.id) : null,
    users: usersOf(company, userIds),
    openSessions: openSessions(company, [...userIds, intent.actor.id]),
    adminCount: countAdmins(company),
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
