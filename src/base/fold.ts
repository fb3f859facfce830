import { foldedCharacters } from './folded-characters.ts'

/** Code points of the longest sort key: what an index row and a cursor can hold. */
const longestKey = 200

/** Scripts whose marks are accents or optional points, and characters that belong to no script. */
const bases =
  '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Common}'

const accents = new RegExp(`(^|[${bases}])\\p{M}+`, 'gu')
const characters = new RegExp(`[${[...foldedCharacters.keys()].join('')}]`, 'gu')

/**
 * Returns text in the form that is searched and sorted. Compatibility forms, case, accents and white space make no
 * difference, and neither do the letters, quotes and hyphens of the table in docs/search.md. Vowel signs of other
 * scripts are kept. All stores keep what this function returns.
 */
export function fold(text: string): string {
  // Their compatibility forms are a space with an accent.
  const quoted = text.toWellFormed().replace(/[´΄᾽᾿]/gu, "'")
  const cased = quoted.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase()
  return cased
    .normalize('NFKD')
    .replace(/\p{Default_Ignorable_Code_Point}+/gu, '')
    .replace(accents, '$1')
    .replace(/\p{Pd}/gu, '-')
    .replace(characters, (character) => foldedCharacters.get(character) ?? character)
    .normalize('NFKC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}

/** The columns `sort_key` and `search_text` of a user. The email replaces an empty name. */
export function foldUser({ name, email }: { name: string; email: string }) {
  const folded = { name: fold(name), email: fold(email) }
  return {
    sortKey: [...(folded.name || folded.email)].slice(0, longestKey).join(''),
    searchText: `${folded.name}\n${folded.email}`,
  }
}

/** What mail programs put around an address: `Name <a@b>`. */
const inBrackets = /<([^<>\s]+)>/gu

/**
 * The terms of a search, each of which must occur in `search_text`. Of a pasted `Name <a@b>` only the address is
 * searched, since the name may be written differently here. Punctuation around terms, as in a pasted `a@b,`, makes no
 * difference.
 */
export function searchTerms(search: string): string[] {
  const folded = fold(search)
  const [, address] = [...folded.matchAll(inBrackets)].find(([, text = '']) => /.@./u.test(text)) ?? []
  const terms = address === undefined ? folded.split(' ').flatMap(termsOf) : [bareAddress(address)]
  return [...new Set(terms)].filter(Boolean)
}

/** A word that is only punctuation is searched as it is. */
function termsOf(word: string): string[] {
  const terms = word.split(/[<>,;"()[\]]+/u).map(bareAddress)
  return terms.some(Boolean) ? terms : [word]
}

const bareAddress = (term: string) =>
  term.includes('@') ? term.replace(/^(mailto:|['.:])+|(?<!['.:])['.:]+$/gu, '') : term
