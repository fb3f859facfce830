import * as v from 'valibot'

const pattern = /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/

/**
 * The length and alphabet of every id on the wire: 1–128 URL-safe characters (RFC 3986 §2.3, unreserved), opaque to the client.
 * `.` and `..` are invalid, since URLs resolve them as path segments.
 */
export const idShape = v.pipe(
  v.string(),
  v.regex(
    /^(?!\.{1,2}$)[A-Za-z0-9._~-]{1,128}$/,
    'an id has 1–128 of A–Z a–z 0–9 . _ ~ - and is not . or ..',
  ),
)

/** Whether a text can be an id at all. */
export const isId = (text: string): boolean => pattern.test(text)

/** A moment as the wire writes it: RFC 3339 in UTC, to the millisecond. */
export const instantShape = v.pipe(v.string(), v.isoTimestamp())
