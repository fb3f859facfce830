import type { Problem, ProblemField } from '../contract/problems.ts'
import type { User } from '../contract/users.ts'
import { property, text } from './property.ts'

/**
 * The readable part of a refusal's body. One invalid member doesn't affect the others. Without a code it is undefined.
 */
export function readProblem(body: unknown): Partial<Problem> | undefined {
  const code = text(body, 'code')
  if (!code || code.length > 128) return undefined
  const retryAfter = property(body, 'retryAfter')
  const fields = property(body, 'fields')
  return {
    code,
    title: text(body, 'title'),
    detail: text(body, 'detail'),
    requestId: text(body, 'requestId') || undefined,
    reason: text(body, 'reason') || undefined,
    params: paramsOf(property(body, 'params')),
    fields: Array.isArray(fields) ? fields.flatMap(fieldOf) : undefined,
    retryAfter:
      typeof retryAfter === 'number' && retryAfter >= 0
        ? Math.min(retryAfter, Number.MAX_SAFE_INTEGER)
        : undefined,
    message: text(body, 'message') || undefined,
    current: userOf(property(body, 'current')),
  }
}

const paramsOf = (params: unknown) =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).filter(([, value]) => typeof value === 'string'))
    : undefined

function fieldOf(field: unknown): ProblemField[] {
  const pointer = text(field, 'pointer')
  return pointer ? [{ pointer, detail: text(field, 'detail') }] : []
}

/** Keeps what may be a user. Each port parses it later, so that the schemas needn't be loaded here. */
const userOf = (current: unknown) =>
  text(current, 'id') && text(property(current, 'role'), 'id') ? (current as User) : undefined
