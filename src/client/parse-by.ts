import type { Schema } from '../contract/schema.ts'

/** What a schema makes of an input; throws an error with the schema's `issues` where it refuses. */
export async function parseBy<Output>(schema: Schema<Output>, input: unknown): Promise<Output> {
  const result = await schema['~standard'].validate(input)
  if (!result.issues) return result.value
  throw Object.assign(new TypeError('it is of another shape'), { issues: result.issues })
}
