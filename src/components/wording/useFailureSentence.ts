import type { Failure } from '../../base/failure.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { plainText } from '../../messages/isolate.ts'
import { denialSentence, reasonsMessages } from '../../messages/reasons.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/** Returns the sentence for a failure: a host's veto as it is, a known rule by its reason, anything else by its code. */
export function useFailureSentence(): (failure: Failure) => string {
  const errors = useMessages(errorsMessages)
  const reasons = useMessages(reasonsMessages)
  return (failure) => {
    const { code, reason, params, userMessage } = failure
    if (code === 'cancelled' && params?.reason) return plainText(params.reason)
    const byReason =
      reason &&
      denialSentence(reasons, { allowed: false, reason, params: { ...params }, message: userMessage })
    return byReason && byReason !== reasons.unknown ? byReason : errorSentence(errors, failure)
  }
}
