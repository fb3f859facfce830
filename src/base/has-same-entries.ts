const entriesOf = (value: object): ReadonlyMap<unknown, unknown> =>
  value instanceof Map ? value : new Map(Object.entries(value))

/** Whether two objects, lists or maps have the same keys with the same values. */
export function hasSameEntries<Value extends object>(a: Value, b: Value): boolean {
  const [one, other] = [entriesOf(a), entriesOf(b)]
  return (
    one.size === other.size &&
    [...one].every(([key, value]) => other.has(key) && Object.is(other.get(key), value))
  )
}
