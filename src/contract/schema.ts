import type { StandardSchemaV1 } from '@standard-schema/spec'

/** A parser of unknown input by the Standard Schema interface (version 1), so that no validator's own types are public. */
export type Schema<Output> = StandardSchemaV1<unknown, Output>
