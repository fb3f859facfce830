/** Latin letters that are no base letter with a mark. */
const plain: Record<string, string> = { ø: 'o', æ: 'ae', đ: 'd', ł: 'l', ı: 'i', ß: 'ss' }

/** A Latin name as it stands before the `@` of an address. */
export const emailLocal = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øæđłıß]/g, (letter) => plain[letter] ?? letter)
    .replace(/[^a-z]/g, '')
