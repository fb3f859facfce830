import type { Digest } from '../ports/digest.ts'
import { Refused } from '../ports/refused.ts'
import type { SortPosition, UserListing } from '../ports/user-listing.ts'
import { toBase64Url } from '../text/base64-url.ts'

/** The place where a list continues. */
export interface Bookmark {
  after: SortPosition
  offset: number
}

type Query = Omit<UserListing, 'limit' | 'from'>

/** Writes and reads cursors of one query in one company. Reading a cursor of another company or query throws. */
export async function cursorOf(
  companyId: string,
  { terms, roleIds, teamIds, sort, descending }: Query,
  digest: Digest,
) {
  const query = [companyId, terms, roleIds.toSorted(), teamIds.toSorted(), sort, descending]
  const fingerprint = await digest(JSON.stringify(query))
  return {
    write({ after, offset }: Bookmark): string {
      const text = JSON.stringify([fingerprint, after.key, after.id, offset])
      return toBase64Url(new TextEncoder().encode(text))
    },
    read(cursor: string): Bookmark {
      const [mark, key, id, offset] = parse(cursor)
      if (mark !== fingerprint || !isKey(key, sort) || !isText(id) || !isOffset(offset)) throw invalid()
      return { after: { key, id }, offset }
    },
  }
}

function parse(cursor: string): unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(parsed) ? parsed : []
  } catch {
    return []
  }
}

const invalid = () =>
  new Refused('invalid_cursor', {
    fields: [{ pointer: '/query/cursor', detail: "isn't a cursor of this list" }],
  })

/** Whether the store can compare with a key: a folded text, or a date from 1970 on in our format. */
function isKey(key: unknown, sort: Query['sort']): key is string | null {
  if (sort === 'name') return isText(key)
  if (key === null) return sort === 'lastActive'
  const time = typeof key === 'string' ? Date.parse(key) : Number.NaN
  return time >= 0 && time < Date.UTC(9999, 0) && new Date(time).toISOString() === key
}

const isText = (text: unknown): text is string =>
  typeof text === 'string' && text.isWellFormed() && !text.includes('\0')

const isOffset = (offset: unknown): offset is number => Number.isSafeInteger(offset) && Number(offset) >= 0
