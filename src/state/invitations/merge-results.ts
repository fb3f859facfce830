import type { Failure } from '../../base/failure.ts'
import type { DraftEntry } from './draft-content.ts'
import type { SentInvitations } from './send-invitations.ts'

/** Takes those who were invited out of the field, and keeps the others with their reasons. */
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

  return entries.flatMap((entry) => {
    if (invited.has(entry.id)) return []
    const failure = failures.get(entry.id)
    return [failure ? { ...entry, ...outcomeOf(failure, now) } : entry]
  })
}

function outcomeOf(failure: Failure, now: number): Partial<DraftEntry> {
  const { code, reason, params, userMessage } = failure
  const retryAfter = failure.retryAfter ?? (Number(params?.retryAfter) || undefined)
  return {
    failure: { code, reason, params, userMessage, retryAfter },
    retryAt: retryAfter === undefined ? undefined : now + retryAfter * 1_000,
    userId: params?.userId,
    invitationId: params?.invitationId,
  }
}
