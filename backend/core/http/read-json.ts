import { Refused } from '../ports/refused.ts'

const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i

/** Parses a body as JSON. Throws a refusal that says what is wrong with it. */
export function readJson(contentType: string | null, body: Uint8Array): unknown {
  if (!json.test(contentType ?? '')) {
    const detail = 'expected application/json'
    throw new Refused('unsupported_media_type', { fields: [{ pointer: '/headers/content-type', detail }] })
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    throw new Refused('malformed_json', { fields: [{ pointer: '/body', detail: 'expected JSON in UTF-8' }] })
  }
}
