import { noParametersShape } from '../../../src/contract/requests.ts'
import type { Route } from '../../../src/contract/route.ts'
import { readParameters } from '../../../src/contract/search-parameters.ts'
import { readIntent } from './read-intent.ts'
import { readJson } from './read-json.ts'
import { readVersion } from './read-version.ts'
import { validate } from './validate.ts'

/** The input of a request, parsed by its route. */
export interface Input {
  body: unknown
  query: unknown
  intent: string | undefined
  version: string | undefined
}

/** Parses the request by its route. A route without a query schema takes no parameters. */
export function readInput(request: Request, route: Route, bytes: Uint8Array): Input {
  const type = request.headers.get('content-type')
  const parameters = readParameters(new URL(request.url).searchParams)
  return {
    body:
      route.body &&
      validate<unknown>(route.body, readJson(type, bytes), 'invalid_body', '/body', route.anyText),
    query: validate<unknown>(route.query ?? noParametersShape, parameters, 'invalid_query', '/query'),
    intent: route.intent ? readIntent(request) : undefined,
    version: route.versioned ? readVersion(request) : undefined,
  }
}
