/**
 * Seconds that a `Retry-After` header asks for. A date is measured by the response's own `Date`: the clock of this
 * machine may be wrong, and without `Date` there is nothing to measure by.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim() ?? ''
  if (/^\d+$/.test(value)) return Math.min(Number(value), Number.MAX_SAFE_INTEGER)
  const seconds = (Date.parse(value) - Date.parse(headers.get('date') ?? '')) / 1_000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}
