import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import * as actions from '../../src/contract/actions.ts'
import * as events from '../../src/contract/events.ts'
import * as ids from '../../src/contract/id.ts'
import * as permissions from '../../src/contract/permissions.ts'
import * as problems from '../../src/contract/problems.ts'
import * as requests from '../../src/contract/requests.ts'
import * as roles from '../../src/contract/roles.ts'
import * as session from '../../src/contract/session.ts'
import * as teams from '../../src/contract/teams.ts'
import * as userWindows from '../../src/contract/user-windows.ts'
import * as users from '../../src/contract/users.ts'
import * as usersQuery from '../../src/contract/users-query.ts'
import { docs } from './docs.ts'

const modules = [
  actions,
  events,
  ids,
  permissions,
  problems,
  requests,
  roles,
  session,
  teams,
  users,
  usersQuery,
  userWindows,
]

/** Every shape of the contract under its component's name: `userShape` is `User`. */
const shapes = Object.fromEntries(
  modules
    .flatMap((module) => Object.entries<unknown>({ ...module }))
    .filter((entry): entry is [string, GenericSchema] => isShape(entry[1]))
    .filter(([name]) => name.endsWith('Shape') && !name.endsWith('ParametersShape'))
    .map(([name, shape]) => [name.charAt(0).toUpperCase() + name.slice(1, -'Shape'.length), shape]),
)

function isShape(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'schema'
}

const config = {
  target: 'draft-2020-12',
  overrideRef: ({ referenceId }) => reference(referenceId).$ref,
  overrideSchema: ({ valibotSchema }) => (valibotSchema.type === 'custom' ? { type: 'object' } : undefined),
} as const satisfies ConversionConfig

/** Points to a component. */
export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A shape as JSON Schema, components referred to by name. */
export function schemaOf(shape: GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = toJsonSchema(shape, { ...config, typeMode, definitions: shapes })
  return schema
}

/** All components, with the doc sentences of the interfaces that bear their names. */
export function componentSchemas(): Record<string, JsonSchema> {
  const schemas = Object.entries(toJsonSchemaDefs(shapes, { ...config, typeMode: 'output' }))
  return Object.fromEntries(schemas.map(([name, schema]) => [name, described(name, schema)]))
}

function described(name: string, schema: JsonSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([property, value]) => [
    property,
    typeof value === 'object' ? { ...value, ...description(`${name}.${property}`) } : value,
  ])
  return {
    ...schema,
    ...description(name),
    ...(schema.properties && { properties: Object.fromEntries(properties) }),
  }
}

const description = (name: string) => docs.has(name) && { description: docs.get(name) }
