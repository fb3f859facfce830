import { ApiError } from '../../client/api-error.ts'
import { ExplainedError } from '../../client/explained-error.ts'

/** The error of a change that a host's hook cancelled, with the hook's reason for people. */
export const cancelledError = (reason?: string): ApiError =>
  reason === undefined
    ? new ExplainedError('cancelled', 'A hook of the host cancelled the change.')
    : new ApiError('cancelled', reason, { params: { reason } })
