/** A text of an input, or undefined if it has none of that name. */
export function textIn(input: unknown, name: string): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const value: unknown = Object.getOwnPropertyDescriptor(input, name)?.value
  return typeof value === 'string' ? value : undefined
}
