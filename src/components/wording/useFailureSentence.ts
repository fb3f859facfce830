import type { Failure } from '../../base/failure.ts'
import { errorSentence, errorsMessages } from '../../messages/errors.ts'
import { plainText } from '../../messages/isolate.ts'
import { denialSentence, reasonsMessages } from '../../messages/reasons.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'

/**
 * Returns a function that finds the message for a failure: the reason of a host's callback, the message for `reason`,
 * or the message for `code`. For unknown reasons and codes, the host's messages come first, then the backend's own
 * text.
 */
export function useFailureSentence(): (failure: Failure) => string {
  const errors = useMessages(errorsMessages)
  const reasons = useMessages(reasonsMessages)
  return (failure) => {
    const { code, reason, params, userMessage: message } = failure
    if (code === 'cancelled' && params?.reason) return plainText(params.reason)
    const byReason = reason && denialSentence(reasons, { allowed: false, reason, params: { ...params } })
    if (byReason && byReason !== reasons.unknown) return byReason
    // A message for one of our codes is less precise than the backend's own text about its reason.
    const isOurs = Object.hasOwn(errorsMessages.messages, code)
    if (reason && isOurs && message) return plainText(message)
    return errorSentence(errors, failure)
  }
}
