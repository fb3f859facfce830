/** Ranks surrogates after the rest of the basic plane, where UTF-8 has the characters that they encode. */
const rank = (unit: number) => {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

/** Compares strings by their UTF-8 bytes, as PostgreSQL's "C" collation does and JavaScript's `<` does not. */
export function compareBytes(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let index = 0; index < shorter; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)]
    if (a !== b) return rank(a) - rank(b)
  }
  return left.length - right.length
}
