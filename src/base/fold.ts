/** Code points of the longest sort key: what an index row and a cursor can hold. */
const longestKey = 200

/**
 * Text as it is searched and sorted: compatibility forms unified (NFKC), case folded, marks and invisible characters
 * stripped, white space and controls collapsed. All stores keep what this function makes.
 */
export function fold(text: string): string {
  const cased = text.toWellFormed().normalize('NFKC').toLowerCase().toUpperCase().toLowerCase()
  const bare = cased.normalize('NFKD').replace(/\p{M}|\p{Default_Ignorable_Code_Point}/gu, '')
  return bare
    .replaceAll('ς', 'σ')
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The columns `sort_key` and `search_text` of a user; the email replaces an empty name. */
export function foldUser({ name, email }: { name: string; email: string }) {
  const folded = { name: fold(name), email: fold(email) }
  return {
    sortKey: [...(folded.name || folded.email)].slice(0, longestKey).join(''),
    searchText: `${folded.name}\n${folded.email}`,
  }
}

/** The terms of a search, each of which must occur in `search_text`. */
export const searchTerms = (search: string): string[] => [...new Set(fold(search).split(' '))].filter(Boolean)
