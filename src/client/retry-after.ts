/**
 * Whole seconds that a `Retry-After` header asks for. A date is measured by the response's own `Date`: the clock of this
 * machine may be wrong, and without `Date` there is nothing to measure by.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Math.ceil(Number(value)), Number.MAX_SAFE_INTEGER)
  // Browsers read a date into almost any text, such as "-5".
  if (!/^([a-z]{3,9},? |\d{4}-\d\d-\d\dT)/i.test(value)) return undefined
  const seconds = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1_000
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds))
}
