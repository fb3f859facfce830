/**
 * Warns a developer once about a port that returns numbers as ids, which makes every row unreadable. It does nothing in
 * production.
 */
export function numericIdWarning() {
  let isOver = !isDevelopment()
  return (path: string, result: unknown) => {
    if (isOver || !hasNumericId(result, 4)) return
    isOver = true
    console.warn(
      `${path}() returned an id that is a number. Ids must be strings: return String(id) (see docs/errors/malformed_answer.md).`,
    )
  }
}

/** Bundlers replace `process.env.NODE_ENV` in a host's build. Without a bundler there is no `process` in a browser. */
function isDevelopment() {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return false
  }
}

/** Looks for ids in a result. A host's own fields may hold numbers. */
function hasNumericId(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || depth === 0) return false
  return Object.entries(value).some(
    ([key, member]) =>
      key !== 'custom' && ((key === 'id' && typeof member === 'number') || hasNumericId(member, depth - 1)),
  )
}
