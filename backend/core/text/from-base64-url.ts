const alphabet = /^[A-Za-z0-9_-]*$/

/** The bytes of base64url without padding, or null. Unused bits of the last character aren't checked. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!alphabet.test(text) || text.length % 4 === 1) return null
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
