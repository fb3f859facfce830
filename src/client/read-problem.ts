import type { Problem, ProblemField } from '../contract/problems.ts'
import type { User } from '../contract/users.ts'
import { property, text } from './property.ts'

/** What can be read of a refusal's body: one bad member does not cost the others, and without a code there is nothing. */
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

/** Keeps what may be a user. Each port reads it by the contract, whose schemas most of a page doesn't need at first. */
const userOf = (current: unknown) =>
  text(current, 'id') && text(property(current, 'role'), 'id') ? (current as User) : undefined
