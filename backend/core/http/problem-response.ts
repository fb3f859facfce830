import { errorCodes, type Problem } from '@aicx/roster/contract'
import type { Refused } from '../ports/refused.ts'

/** A refusal as a response with problem details (RFC 9457). */
export function problemResponse({ code, details }: Refused, requestId: string): Response {
  const { headers, ...rest } = details
  const { status = errorCodes[code] } = rest
  const problem: Problem = { type: 'about:blank', title: titleOf(code), ...rest, status, code, requestId }
  const response = new Response(JSON.stringify(problem), { status, headers })
  response.headers.set('Content-Type', 'application/problem+json')
  if (details.retryAfter !== undefined) response.headers.set('Retry-After', String(details.retryAfter))
  return response
}

/** `company_not_found` as `Company not found`. */
const titleOf = (code: string) => code.charAt(0).toUpperCase() + code.slice(1).replaceAll('_', ' ')
