import * as v from 'valibot'

/** An optional member. An invalid value counts as left out, so that it doesn't make the whole object unreadable. */
export const leftOut = <Shape extends v.GenericSchema>(shape: Shape) =>
  v.optional(v.fallback(v.optional(shape), undefined))

/** A member with a default. A missing or invalid value becomes the default. */
export const withDefault = <Shape extends v.GenericSchema>(
  shape: Shape,
  value: v.InferOutput<Shape> & v.InferInput<Shape>,
) => v.optional(v.fallback(shape, value), value)
