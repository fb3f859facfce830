import type { StandardSchemaV1 } from '@standard-schema/spec'

/**
 * A parser of unknown input. It has the Standard Schema interface (version 1), so that the types of a validator aren't
 * public.
 */
export type Schema<Output> = StandardSchemaV1<unknown, Output>
