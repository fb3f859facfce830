const foldedCharacters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    æ: 'ae',
    œ: 'oe',
    þ: 'th',
    ð: 'd',
    đ: 'd',
    ɖ: 'd',
    ɗ: 'd',
    ɓ: 'b',
    ł: 'l',
    ø: 'o',
    ħ: 'h',
    ŧ: 't',
    ŋ: 'n',
    ı: 'i',
    ĸ: 'k',
    ƙ: 'k',
    ƴ: 'y',
    ς: 'σ',
    ـ: '',
    '`': "'",
    '‘': "'",
    '’': "'",
    '‛': "'",
    '′': "'",
    ʹ: "'",
    ʻ: "'",
    ʼ: "'",
    ʾ: "'",
    ʿ: "'",
    ʽ: "'",
    ꞌ: "'",
    '׳': "'",
    '״': '"',
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '−': '-',
    '⁃': '-',
  }),
)

/** Code points of the longest sort key: what an index row and a cursor can hold. */
const longestKey = 200

/** Scripts whose marks are accents or optional points, and characters that belong to no script. */
const bases =
  '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Common}'

const accents = new RegExp(`(^|[${bases}])\\p{M}+`, 'gu')
const characters = new RegExp(`[${[...foldedCharacters.keys()].join('')}]`, 'gu')

function fold(text: string): string {
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

/** The columns `sort_key` and `search_text` as they were when this migration was written. A migration never changes. */
export function foldUser({ name, email }: { name: string; email: string }) {
  const folded = { name: fold(name), email: fold(email) }
  return {
    sortKey: [...(folded.name || folded.email)].slice(0, longestKey).join(''),
    searchText: `${folded.name}\n${folded.email}`,
  }
}
