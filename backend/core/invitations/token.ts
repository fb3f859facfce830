import { toBase64Url } from '../text/base64-url.ts'
import { fromBase64Url } from '../text/from-base64-url.ts'
import type { LinkKey, LinkKeys } from './link-keys.ts'
import { packId, unpackId } from './packed-id.ts'

/** The invitation that a link is for. */
export interface InvitationRef {
  companyId: string
  invitationId: string
  /** Starts at 1 and is raised by each resend, which ends the links of earlier generations. */
  generation: number
}

/** Writes and reads the tokens that links of invitations carry. */
export interface InvitationTokens {
  /** The token of an invitation's link. It is the same each time, as long as the current key stays. */
  write(invitation: InvitationRef): Promise<string>
  /**
   * The invitation of a token that one of the keys signed, or null. A token has one spelling: with any character
   * changed, added or left out it is null.
   */
  read(token: string): Promise<InvitationRef | null>
}

const version = 1
const bytesOfGeneration = 4
const bytesOfMac = 32
/** Longer than a token with three ids of the greatest length, a generation and a MAC. */
const longestToken = 1_024

/** Creates the tokens of keys. They are base64url of key, company, invitation, generation and a MAC over these. */
export function createInvitationTokens(keys: LinkKeys): InvitationTokens {
  const [current] = keys

  async function write({ hmac, id }: LinkKey, invitation: InvitationRef): Promise<string> {
    const body = [version, ...packId(id), ...bytesOf(invitation)]
    return toBase64Url(Uint8Array.from([...body, ...(await hmac(labelled(body)))]))
  }

  return {
    write: (invitation) => write(current, invitation),
    async read(token) {
      const parsed = parse(token)
      const key = parsed && keys.find(({ id }) => id === parsed.keyId)
      if (!parsed || !key) return null
      return isEqual(await write(key, parsed.invitation), token) ? parsed.invitation : null
    },
  }
}

/** Separates these MACs from others under the same secret. */
const labelled = (body: number[]) =>
  Uint8Array.from([...new TextEncoder().encode('link of an invitation\n'), ...body])

function bytesOf({ companyId, invitationId, generation }: InvitationRef): number[] {
  const number = new DataView(new ArrayBuffer(bytesOfGeneration))
  number.setUint32(0, generation)
  return [...packId(companyId), ...packId(invitationId), ...new Uint8Array(number.buffer)]
}

/** Parses a token without checking whether it is genuine. */
function parse(token: string): { keyId: string; invitation: InvitationRef } | null {
  const bytes = token.length <= longestToken ? fromBase64Url(token) : null
  if (bytes?.[0] !== version) return null
  const key = unpackId(bytes, 1)
  const company = key && unpackId(bytes, key.end)
  const invitation = company && unpackId(bytes, company.end)
  if (!invitation || bytes.length !== invitation.end + bytesOfGeneration + bytesOfMac) return null
  const generation = new DataView(bytes.buffer, bytes.byteOffset).getUint32(invitation.end)
  return { keyId: key.id, invitation: { companyId: company.id, invitationId: invitation.id, generation } }
}

/** Compares in a time that doesn't depend on where two texts of one length differ. */
function isEqual(left: string, right: string): boolean {
  if (left.length !== right.length) return false
  let difference = 0
  for (let at = 0; at < left.length; at++) difference |= left.charCodeAt(at) ^ right.charCodeAt(at)
  return difference === 0
}
