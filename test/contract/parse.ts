import type { Schema } from '../../src/contract/schema.ts'

/** What a schema makes of an input, or throws its first issue. */
export function parse<Output>(schema: Schema<Output>, input: unknown): Output {
  const result = schema['~standard'].validate(input)
  if (result instanceof Promise) throw new Error('the schema is asynchronous')
  if (result.issues) throw new Error(result.issues[0]?.message)
  return result.value
}
