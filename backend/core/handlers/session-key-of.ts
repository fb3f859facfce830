import type { Digest } from '../ports/digest.ts'

/** The key by which windows know their session. It reveals nothing of the session's id. */
export const sessionKeyOf = async (sessionId: string, digest: Digest): Promise<string> =>
  digest(`session ${sessionId}`)
