/**
 * The seconds to wait that a `Retry-After` header requests. A date is compared with the response's own `Date`, since
 * the clock of this machine may be wrong. Without `Date` a date is ignored.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Math.ceil(Number(value)), Number.MAX_SAFE_INTEGER)
  // Browsers read a date into almost any text, such as "-5", and one of ISO 8601 without a zone as local.
  if (!/^([a-z]{3,9},? |\d{4}-\d\d-\d\dT.+[Z+-])/i.test(value)) return undefined
  const seconds = (timeOf(value) - timeOf(headers.get('date') ?? '')) / 1_000
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds))
}

/** The time of a date. Without a zone it is in UTC (RFC 9110 §5.6.7), but `Date` would read it in the zone of this machine. */
const timeOf = (date: string) => Date.parse(date.replace(/ \d\d:\d\d:\d\d(?=$| \d{4}$)/, '$& GMT'))
