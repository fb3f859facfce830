/** A property of anything; undefined of what has none. */
export const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** A property that is a text, else an empty one. */
export const text = (value: unknown, key: string): string => {
  const found = property(value, key)
  return typeof found === 'string' ? found : ''
}
