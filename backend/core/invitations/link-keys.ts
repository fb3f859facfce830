import { toBase64Url } from '../text/base64-url.ts'

/** Computes the HMAC-SHA-256 of a message under one secret. */
export type Hmac = (message: Uint8Array) => Promise<Uint8Array>

/** A secret that signs links. */
export interface LinkKey {
  /** Identifies the key inside links. It reveals nothing about the secret. */
  id: string
  hmac: Hmac
}

/** The keys of links: the first signs new ones, and links of any of them are valid. */
export type LinkKeys = readonly [LinkKey, ...LinkKey[]]

/**
 * The keys of secrets, the current one first. Each key's id follows from its secret, so that instances with the same
 * secrets agree. If a secret is left out, every link that it signed becomes invalid.
 */
export const linkKeysOf = ([current, ...previous]: readonly [string, ...string[]]): Promise<LinkKeys> =>
  Promise.all([linkKeyOf(current), ...previous.map(linkKeyOf)])

const algorithm = { name: 'HMAC', hash: 'SHA-256' }
const bytesOfId = 4

async function linkKeyOf(secret: string): Promise<LinkKey> {
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const hmac: Hmac = async (message) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', key, Uint8Array.from(message)))
  const mark = await hmac(new TextEncoder().encode('id of a key of links\n'))
  return { id: toBase64Url(mark.slice(0, bytesOfId)), hmac }
}
