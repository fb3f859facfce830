/**
 * Returns the results of a request by the addresses that were sent. A backend may return an address in another form. If
 * there is a result for each address, it is then found by its place.
 */
export function byEmail<Result extends { email: string }>(
  emails: readonly string[],
  results: readonly Result[],
): Map<string, Result> {
  const sent = new Set(emails)
  const isComplete = results.length === emails.length
  const found = new Map<string, Result>()
  for (const [index, result] of results.entries()) {
    const email = sent.has(result.email) ? result.email : isComplete ? emails[index] : undefined
    if (email !== undefined && !found.has(email)) found.set(email, { ...result, email })
  }
  return found
}
