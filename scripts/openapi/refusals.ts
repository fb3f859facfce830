import { errorCodes, type KnownErrorCode } from '../../src/contract/problems.ts'
import type { Route } from '../../src/contract/route.ts'
import { queryParameters } from './parameters.ts'
import { reference } from './schemas.ts'

/** Whether requests of a route name a company. */
export const inCompany = ({ access }: Route) => access === 'user' || typeof access === 'object'

/** The refusals of a route as problem responses, one a status, with the codes it may carry. */
export function refusals(route: Route) {
  const byStatus = Object.groupBy(codesOf(route), (code) =>
    route.gone?.includes(code) ? 410 : errorCodes[code],
  )
  const responses = Object.entries(byStatus).map(([status, codes = []]) => [
    status,
    {
      description: codes.map((code) => `\`${code}\``).join(', '),
      content: {
        'application/problem+json': {
          schema: { ...reference('Problem'), properties: { code: { examples: codes } } },
        },
      },
    },
  ])
  return Object.fromEntries(responses)
}

/** The refusals of a route follow from its input. */
function codesOf(route: Route): KnownErrorCode[] {
  const where = (condition: unknown, ...codes: KnownErrorCode[]) => (condition ? codes : [])
  const walks = queryParameters(route).some(({ name }) => name === 'cursor')
  return [
    'malformed_request',
    'headers_too_large',
    'request_timeout',
    ...where(route.body, 'body_too_large'),
    ...where(route.access === 'public', 'wrong_credentials'),
    'rate_limited',
    ...where(route.access !== 'public' && route.access !== 'anyone', 'signed_out'),
    ...where(route.method !== 'GET', 'cross_origin'),
    ...where(inCompany(route), 'company_required', 'company_not_found'),
    ...where(inCompany(route), 'session_idle', 'session_expired', 'session_revoked'),
    ...where(typeof route.access === 'object', 'missing_permission'),
    ...where(route.path.includes('{'), 'not_found', 'invalid_id'),
    ...where(route.body, 'unsupported_media_type', 'malformed_json', 'invalid_body'),
    'invalid_query',
    ...where(walks, 'invalid_cursor'),
    ...where(route.intent, 'idempotency_key_required', 'idempotency_mismatch'),
    ...where(route.versioned, 'version_required', 'version_mismatch'),
    ...(route.rules ?? []),
    ...(route.gone ?? []),
    'internal',
    'unavailable',
  ]
}
