/** Latin letters that do not decompose into a base letter and a mark. */
const plain: Record<string, string> = { ø: 'o', æ: 'ae', đ: 'd', ł: 'l', ı: 'i', ß: 'ss' }

/** A Latin name as the part of an address before the `@`. */
export const emailLocal = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæđłıß]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^a-z]/g, '')
