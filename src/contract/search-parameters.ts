const lists = new Set(['role', 'team', 'status', 'delivery', 'invitedBy'])
const numbers = new Set(['offset', 'limit', 'since'])

/**
 * A request's parameters as the plain object that the contract's schemas take: filters such as `role` as arrays, digits
 * of counts as numbers. Anything else is left as it was sent, so that the schema can name it in its error.
 */
export function readParameters(parameters: URLSearchParams): Record<string, unknown> {
  const read = (name: string): unknown => {
    const values = parameters.getAll(name)
    if (lists.has(name)) return values
    if (values.length > 1) return values
    const [value = ''] = values
    return numbers.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value
  }
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, read(name)]))
}
