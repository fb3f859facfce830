/**
 * Returns a short hash of a text: the first 16 bytes of its SHA-256, as base64url. A platform that can hash
 * synchronously should, so that no request waits for a pool that others fill.
 */
export type Digest = (text: string) => string | Promise<string>
