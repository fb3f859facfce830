import type { JsonSchema } from '@valibot/to-json-schema'
import type { Route } from '../../src/contract/route.ts'
import { docs } from './docs.ts'
import { reference, schemaOf } from './schemas.ts'

/** Parameters of a path, which are all ids. */
export const pathParameters = ({ path }: Route) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: reference('Id'),
  }))

/** Parameters of a query; where it has several forms, a parameter takes what any of them takes. */
export function queryParameters({ query }: Route) {
  const forms = query ? formsOf(schemaOf(query, 'input')) : []
  const names = new Set(forms.flatMap((form) => Object.keys(form.properties ?? {})))
  return [...names].map((name) => {
    const kinds = forms.flatMap((form) => form.properties?.[name] ?? [])
    const [kind, ...others] = new Map(kinds.map((kind) => [JSON.stringify(kind), kind])).values()
    const description = docOf(name)
    return {
      name,
      in: 'query',
      ...(description && { description }),
      schema: others.length > 0 ? { anyOf: [kind, ...others] } : kind,
    }
  })
}

const formsOf = (schema: JsonSchema) =>
  (schema.anyOf ?? [schema]).filter((form): form is JsonSchema => typeof form === 'object')

/** The client's query names its lists by what they hold: `role` on the wire is `roleIds` there. */
function docOf(name: string) {
  const members = [name, `${name}Ids`].flatMap((member) => [`UsersQuery.${member}`, `UsersRange.${member}`])
  return members.map((member) => docs.get(member)).find(Boolean)
}
