import type { Failure } from '../../base/failure.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { reasonSentence, reasonsMessages } from '../../messages/reasons.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Puts a failure in words: a host's veto as it is, a rule by its reason, all else by its code. */
export function useFailureSentence(): (failure: Failure) => string {
  const errors = useMessages(errorsMessages)
  const reasons = useMessages(reasonsMessages)
  return ({ code, reason, params }) => {
    if (code === 'cancelled' && params?.reason) return params.reason
    const sentence = reason && reasonSentence(reasons, { allowed: false, reason, params: { ...params } })
    return sentence && sentence !== reasons.unknown ? sentence : errorSentence(errors, code)
  }
}
