import type { Failure } from '../../base/failure.ts'
import { ExplainedError } from '../../client/explained-error.ts'
import type { InviteResult } from '../../contract/invitation-writes.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InviteFailure, InviteOutcome } from '../invitation-acts/invitation-hooks.ts'

/** What the server has answered, and requests that failed. */
interface Answers {
  results: readonly InviteResult[]
  failed: readonly InviteFailure[]
}

/** Divides addresses into those that were invited and those that weren't. Those that weren't sent get the error of the first request that failed. */
export function inviteOutcome(emails: readonly string[], { results, failed }: Answers): InviteOutcome {
  const answers = new Map(results.map((result) => [result.email, result]))
  const errors = new Map(failed.map(({ email, error }) => [email, error]))
  const stopped: Failure = failed[0]?.error ?? new ExplainedError('aborted', 'The sending was stopped.')
  const seen = new Set<string>()
  const done: Invitation[] = []
  const left: InviteFailure[] = []
  for (const email of emails) {
    const answer = answers.get(email)
    if (seen.has(email)) left.push({ email, error: { code: 'duplicate_email' } })
    else if (answer?.ok) done.push(answer.invitation)
    else left.push({ email, error: answer ?? errors.get(email) ?? stopped })
    seen.add(email)
  }
  return { done, failed: left }
}
