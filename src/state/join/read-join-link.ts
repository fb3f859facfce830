/** A token, even if a mail client broke it into lines. Its further lines contain nothing else. */
const brokenToken = /^[\s<]*[\w-]+(?:=?[ \t]*\n[> \t]*[\w-]+(?==?[ \t]*(?:\n|$)))*/
/** A shorter text isn't the last part of a link: it is a word that was typed, or another fragment. */
const shortest = 16
const mostDecodings = 3

/**
 * Finds the token of an invitation in the whole link, in its last part, or in a text with the link. It repairs what
 * mail clients do to links: they encode them again, wrap them in another link, break them into lines, and add
 * punctuation or invisible characters. Returns an empty text if there is no token.
 */
export function readJoinLink(text: string): string {
  const plain = decoded(text)
    .replace(/\p{Cf}/gu, '')
    .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
  const after = plain.slice(plain.lastIndexOf('#') + 1).trim()
  const [found = ''] = brokenToken.exec(after) ?? []
  const token = found.replace(/[^\w-]/g, '')
  const isAlone = /^[\s<>"'.,)=]*$/.test(after.slice(found.length))
  return token.length >= shortest && (isAlone || plain.includes('#')) ? token : ''
}

/** Decodes an encoded text, such as a link inside another link. */
function decoded(text: string): string {
  let plain = text
  for (let times = 0; times < mostDecodings && plain.includes('%'); times++)
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
      try {
        return decodeURIComponent(escapes)
      } catch {
        return escapes
      }
    })
  return plain
}
