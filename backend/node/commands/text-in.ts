/** A text of an input by its name, or undefined. */
export function textIn(input: unknown, name: string): string | undefined {
  if (typeof input !== 'object' || input === null) return undefined
  const value: unknown = Object.getOwnPropertyDescriptor(input, name)?.value
  return typeof value === 'string' ? value : undefined
}
