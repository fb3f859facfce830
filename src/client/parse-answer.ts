import type { Schema } from '../contract/schema.ts'
import { userSchema } from '../contract/users.ts'
import { AnswerError } from './answer-error.ts'
import { ApiError } from './api-error.ts'
import { issueFields } from './issue-fields.ts'

/** Reads what a method of a port returned, or throws an `AnswerError` that names the method. */
export function parseAnswer<Output>(path: string, schema: Schema<Output>, result: unknown): Output {
  const parsed = schema['~standard'].validate(result)
  if (!(parsed instanceof Promise) && !parsed.issues) return parsed.value
  const fields = parsed instanceof Promise ? [] : issueFields(parsed.issues)
  const fault = fields[0] ? ` ${fields[0].pointer}: ${fields[0].detail}` : ''
  throw new AnswerError(
    `${path}() returned something else than the contract says.${fault} (see docs/errors/malformed_answer.md)`,
    { fields, cause: parsed },
  )
}

/** The error without the current user if that user can't be read. */
export function withReadableUser(error: ApiError): ApiError {
  if (!error.current) return error
  const parsed = userSchema['~standard'].validate(error.current)
  if (parsed instanceof Promise || parsed.issues)
    return new ApiError(error.code, error.message, { ...error, cause: error, current: undefined })
  return new ApiError(error.code, error.message, { ...error, cause: error, current: parsed.value })
}
