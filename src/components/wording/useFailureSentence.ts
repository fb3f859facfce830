import type { Failure } from '../../base/failure.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { plainText } from '../../messages/isolate.ts'
import { denialSentence, reasonsMessages } from '../../messages/reasons.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/**
 * Returns the sentence for a failure: a host's veto as it is, else by its reason, else by its code. For those that we
 * don't know, the host's own messages come first, then the backend's sentence.
 */
export function useFailureSentence(): (failure: Failure) => string {
  const errors = useMessages(errorsMessages)
  const reasons = useMessages(reasonsMessages)
  return (failure) => {
    const { code, reason, params, userMessage: message } = failure
    if (code === 'cancelled' && params?.reason) return plainText(params.reason)
    const byReason = reason && denialSentence(reasons, { allowed: false, reason, params: { ...params } })
    if (byReason && byReason !== reasons.unknown) return byReason
    // A code of ours says less than the backend's own sentence about its reason.
    const isOurs = Object.hasOwn(errorsMessages.messages, code)
    if (reason && isOurs && message) return plainText(message)
    return errorSentence(errors, failure)
  }
}
