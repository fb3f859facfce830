import type { Failure } from '../../base/failure.ts'
import type { DraftEntry } from './draft-content.ts'
import type { SentInvitations } from './send-invitations.ts'

/**
 * Takes those who were invited out of the field, with other spellings of their addresses, and keeps the others with their
 * reasons.
 */
export function mergeResults(
  entries: readonly DraftEntry[],
  /** The id of the entry that each address was sent for. */
  sent: ReadonlyMap<string, string>,
  { results, failed }: SentInvitations,
  now: number,
): DraftEntry[] {
  const invited = new Set<string>()
  const failures = new Map<string, Failure>()
  for (const result of results) {
    const id = sent.get(result.email) ?? ''
    if (result.ok) invited.add(id)
    else failures.set(id, result)
  }
  for (const { email, error } of failed) failures.set(sent.get(email) ?? '', error)

  const keyOf = ({ reading }: DraftEntry) => (reading.ok ? reading.address.key : undefined)
  const keys = new Set(entries.flatMap((entry) => (invited.has(entry.id) ? (keyOf(entry) ?? []) : [])))

  return entries.flatMap((entry) => {
    if (keys.has(keyOf(entry) ?? '')) return []
    const failure = failures.get(entry.id)
    return [failure ? { ...entry, ...outcomeOf(failure, now) } : entry]
  })
}

function outcomeOf(failure: Failure, now: number): Partial<DraftEntry> {
  const { code, reason, params, userMessage } = failure
  const retryAfter = failure.retryAfter ?? (Number(params?.retryAfter) || undefined)
  return {
    failure: { code, reason, params, userMessage, retryAfter },
    failedAt: now,
    retryAt: retryAfter === undefined ? undefined : now + retryAfter * 1_000,
    userId: params?.userId,
    invitationId: params?.invitationId,
  }
}
