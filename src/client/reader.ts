import type { Schema } from '../contract/schema.ts'
import { type User, userSchema } from '../contract/users.ts'
import { type Answer, answerSchemas, type Method } from './answer-schemas.ts'

/** Reads what a method returned by the contract. Throws an error with the schema's `issues` if it can't be read. */
export function readAnswer<Of extends Method>(method: Of, answer: unknown): Answer<Of> {
  const schemas: { [Name in Method]: Schema<Answer<Name>> } = answerSchemas
  const schema = schemas[method]
  const result = schema['~standard'].validate(answer)
  if (!(result instanceof Promise) && !result.issues) return result.value
  const issues = result instanceof Promise ? [] : result.issues
  throw Object.assign(new TypeError('it is of another shape'), { issues })
}

/** The user of a problem if they can be read, with what the server left out. */
export function readableUser(user: unknown): User | undefined {
  const parsed = userSchema['~standard'].validate(user)
  return parsed instanceof Promise || parsed.issues ? undefined : parsed.value
}
