import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import {
  type ConversionConfig,
  type JsonSchema,
  toJsonSchema,
  toJsonSchemaDefs,
} from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { docs } from './docs.ts'

const contract = new URL('../../src/contract/', import.meta.url)
const modules: Record<string, unknown>[] = await Promise.all(
  readdirSync(contract)
    .sort()
    .map((name) => import(`../../src/contract/${basename(name, '.ts')}.ts`)),
)

/** Every shape of the contract under its component's name: `userShape` is `User`. */
const shapes = Object.fromEntries(
  modules
    .flatMap((module) => Object.entries(module))
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
