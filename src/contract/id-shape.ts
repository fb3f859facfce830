import * as v from 'valibot'
import { idPattern } from './id.ts'

/** The length and alphabet of every id on the wire: 1–128 URL-safe characters (RFC 3986 §2.3, unreserved), opaque to the client. */
export const idShape = v.pipe(
  v.string(),
  v.regex(idPattern, 'an id has 1–128 of A–Z a–z 0–9 . _ ~ - and is not . or ..'),
)

/** A moment as the wire writes it: RFC 3339 in UTC, to the millisecond. */
export const instantShape = v.pipe(v.string(), v.isoTimestamp())
