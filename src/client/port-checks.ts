import { AnswerError } from './answer-error.ts'
import { answerSchemas, type Method } from './answer-schemas.ts'
import { ApiError } from './api-error.ts'
import { issueFields } from './issue-fields.ts'
import { numericIdWarning } from './numeric-id-warning.ts'
import { withPortCapabilities } from './port-capabilities.ts'
import { property } from './property.ts'
import { readAnswer, readableUser } from './reader.ts'
import type { RosterApi } from './roster-api.ts'
import { toApiError } from './to-api-error.ts'

/** How the results and errors of a host's own port are checked. */
export interface PortChecks {
  /** Reads what a method returned, or an item that it yielded. Throws an `AnswerError` that names the method. */
  read(path: string, answer: unknown): unknown
  /** Converts what a method threw to an `ApiError`. Its `current` user is parsed too. */
  refuse(thrown: unknown): ApiError
}

/** Creates the checks of one port. */
export function createPortChecks(api: RosterApi): PortChecks {
  const warn = numericIdWarning()
  return {
    read(path, answer) {
      if (!isMethod(path)) return answer
      warn(path, answer)
      try {
        return readAnswer(path, path === 'session.get' ? withPortCapabilities(api, answer) : answer)
      } catch (cause) {
        throw unreadable(path, cause)
      }
    },
    refuse(thrown) {
      const error = toApiError(thrown)
      if (!error.current) return error
      const current = readableUser(error.current)
      return new ApiError(error.code, error.message, { ...error, cause: error, current })
    },
  }
}

const isMethod = (path: string): path is Method => Object.hasOwn(answerSchemas, path)

function unreadable(path: string, cause: unknown) {
  const fields = issueFields(property(cause, 'issues'))
  const fault = fields[0] ? ` ${fields[0].pointer}: ${fields[0].detail}` : ''
  return new AnswerError(`${path}() returned a value of the wrong shape.${fault}`, { fields, cause })
}
