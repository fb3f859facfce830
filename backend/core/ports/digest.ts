/**
 * Returns a short hash of a text: the first 16 bytes of its SHA-256, as base64url. Hash synchronously if the platform
 * can, so that requests don't wait for a shared thread pool.
 */
export type Digest = (text: string) => string | Promise<string>
