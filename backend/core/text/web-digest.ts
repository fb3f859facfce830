import type { Digest } from '../ports/digest.ts'
import { toBase64Url } from './base64-url.ts'

/** Hashes with Web Crypto, which service workers have too. */
export const webDigest: Digest = async (text) => {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return toBase64Url(new Uint8Array(hash).slice(0, 16))
}
