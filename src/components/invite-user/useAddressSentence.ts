import type { Failure } from '../../base/failure.ts'
import type { InviteAddress } from '../../base/invite-address.ts'
import { inviteUserMessages } from '../../messages/invite-user.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNow } from '../../primitives/roster-ui/useNow.ts'
import { useFailureSentence } from '../wording/useFailureSentence.ts'
import type { LeftOutLine } from './invite-draft-group.ts'

/** Codes of requests whose response didn't come. */
const unanswered = new Set(['network', 'offline', 'timeout', 'aborted', 'unavailable', 'internal'])

/** Returns the sentence that explains why an address isn't sent, or undefined for one that is. */
export function useAddressSentence(): (address: InviteAddress, secondsLeft?: number) => string | undefined {
  const t = useMessages(inviteUserMessages)
  const { date, countdown } = useFormats()
  const now = useNow()
  const sentence = useFailureSentence()
  const faults = t.reasons.faults

  const ofFailure = (failure: Failure): string => {
    const { code, params } = failure
    if (code === 'domain_blocked')
      return params?.rule ? faults.domain_blocked({ rule: params.rule }) : faults.domain_blocked_unnamed
    if (code === 'already_user' && params?.role) return faults.already_user_as({ roleName: params.role })
    if (code === 'already_invited' && params?.invitedAt)
      return faults.already_invited_on({ date: date(params.invitedAt, now ?? Date.parse(params.invitedAt)) })
    if (unanswered.has(code)) return faults.no_answer
    const known = Object.hasOwn(faults, code) ? faults[code as keyof typeof faults] : undefined
    return typeof known === 'string' && !failure.reason ? known : sentence(failure)
  }

  return ({ failure }, secondsLeft) => {
    if (!failure) return undefined
    if (secondsLeft === undefined || secondsLeft <= 0) return ofFailure(failure)
    return t.reasons.waits({ time: countdown(secondsLeft) })
  }
}

/** Returns the sentence that explains why a line has no address. */
export function useLineSentence(): (line: LeftOutLine) => string {
  const faults = useMessages(inviteUserMessages).reasons.faults
  return ({ fault, cells }) => {
    if (cells) return faults.missing_cells({ count: cells.found, expected: cells.expected })
    const known = Object.hasOwn(faults, fault) ? faults[fault as keyof typeof faults] : undefined
    return typeof known === 'string' ? known : faults.missing_at
  }
}
