import type { JsonSchema } from '@valibot/to-json-schema'
import type { Route } from '../../src/contract/route.ts'
import { routes } from '../../src/contract/routes.ts'
import { userShape } from '../../src/contract/users.ts'
import { pathParameters, queryParameters } from './parameters.ts'
import { inCompany, refusals } from './refusals.ts'
import { componentSchemas, reference, schemaOf } from './schemas.ts'

/** The contract as an OpenAPI 3.1 document: operations from its routes, components from its shapes. */
export function openApiDocument(version: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Roster',
      version,
      description: 'Users, roles and teams of a company workspace.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/v1' }],
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      parameters: {
        Company: {
          name: 'Roster-Company',
          in: 'header',
          required: true,
          description: 'The company that the request is about.',
          schema: reference('Id'),
        },
      },
      securitySchemes: {
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-roster',
          description: 'Set by `signIn`; named `roster` over plain HTTP.',
        },
        bearer: { type: 'http', scheme: 'bearer', description: "A token from the host's identity provider." },
      },
    },
  }
}

function paths() {
  const byPath = Object.groupBy(Object.entries<Route>(routes), ([, { path }]) => path)
  const items = Object.entries(byPath).map(([path, entries = []]) => {
    const operations = entries.map(([id, route]) => [route.method.toLowerCase(), operation(id, route)])
    return [path, Object.fromEntries(operations)]
  })
  return Object.fromEntries(items)
}

function operation(operationId: string, route: Route) {
  const { access, body, summary } = route
  const company = inCompany(route) ? [{ $ref: '#/components/parameters/Company' }] : []
  const parameters = [...company, ...pathParameters(route), ...queryParameters(route), ...conditions(route)]
  return {
    operationId,
    summary,
    ...(typeof access === 'object' && { description: `Needs the permission \`${access.permission}\`.` }),
    security: securityOf(access),
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input')) } }),
    responses: {
      ...success(route),
      ...refusals(route),
    },
  }
}

/** An empty requirement makes the others optional. */
function securityOf(access: Route['access']) {
  const signedIn = [{ cookie: [] }, { bearer: [] }]
  if (access === 'public') return []
  return access === 'anyone' ? [{}, ...signedIn] : signedIn
}

/** The response of a route on success. */
function success(route: Route) {
  const { answer, created, file, stream, summary } = route
  if (file) {
    const content = { [file]: { schema: { type: 'string', format: 'binary' } } }
    return { 200: { description: summary, headers: fileHeaders, content } }
  }
  if (!answer) return { 204: { description: 'Done' } }
  const content = {
    ...json(schemaOf(answer, 'output')),
    ...(stream && { 'text/event-stream': { schema: streamOf(schemaOf(stream, 'output')) } }),
  }
  return { [created ? 201 : 200]: { description: summary, ...answerHeaders(route), content } }
}

const header = (description: string) => ({ description, schema: { type: 'string' } })

const fileHeaders = {
  'Roster-Export': header('The id of the export: `GET /exports/{id}` says how much of it was sent.'),
  'Roster-Total': header('The number of rows.'),
}

/** The headers that a change requires. */
function conditions({ intent, versioned }: Route) {
  const header = (name: string, description: string, schema: JsonSchema) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema,
  })
  return [
    ...(intent
      ? [
          header(
            'Idempotency-Key',
            'An id of the change. A request that repeats it has no further effect.',
            reference('Id'),
          ),
        ]
      : []),
    ...(versioned
      ? [header('If-Match', 'The version that the change is based on, in double quotes.', { type: 'string' })]
      : []),
  ]
}

function answerHeaders({ intent, answer }: Route) {
  const headers = {
    ...(intent && { 'Roster-Revision': header('The revision of the company with the change.') }),
    ...(answer === userShape && { ETag: header('The version, in double quotes.') }),
  }
  return Object.keys(headers).length > 0 && { headers }
}

/** A stream is text to JSON Schema; the data of each of its events is what it holds. */
const streamOf = (schema: JsonSchema) => ({
  type: 'string',
  description:
    'The data of each event is one change, as JSON. A comment at least every 30 s shows that the connection is alive.',
  contentMediaType: 'application/json',
  contentSchema: schema,
})

const json = (schema: JsonSchema) => ({ 'application/json': { schema } })
