import { noParametersShape } from '../../../src/contract/requests.ts'
import type { Route } from '../../../src/contract/routes.ts'
import { readParameters } from '../../../src/contract/search-parameters.ts'
import { readJson } from './read-json.ts'
import { validate } from './validate.ts'

/** The request's body and query, parsed by the route's schemas. A route without a query schema takes no parameters. */
export function readInput(request: Request, route: Route, bytes: Uint8Array) {
  const type = request.headers.get('content-type')
  const parameters = readParameters(new URL(request.url).searchParams)
  return {
    body: route.body && validate<unknown>(route.body, readJson(type, bytes), 'invalid_body', '/body'),
    query: validate<unknown>(route.query ?? noParametersShape, parameters, 'invalid_query', '/query'),
  }
}
