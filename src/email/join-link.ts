/** Checks the address of a link, which is written as it is. Throws for one that mail clients would break or refuse. */
export function joinLink(link: string): string {
  const isWhole = /^https?:\/\/[^\s<>"'`\p{C}]+$/iu.test(link) && URL.canParse(link)
  if (!isWhole)
    throw new TypeError(
      'The link of an email must be a whole http or https address without spaces (see docs/invalid-link.md).',
    )
  return link
}
