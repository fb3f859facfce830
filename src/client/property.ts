/** A property of any value. Returns undefined if the value doesn't have it. */
export const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined

/** A property that is a text, or an empty text. */
export const text = (value: unknown, key: string): string => {
  const found = property(value, key)
  return typeof found === 'string' ? found : ''
}
