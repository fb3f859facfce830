import { Refused } from '../ports/refused.ts'

/** One strong entity tag (RFC 9110 §8.8.3). */
const entityTag = /^"([^"]{1,128})"$/

/** The version that a request is meant for, from its `If-Match`. */
export function readVersion({ headers }: Request): string {
  const [, version] = entityTag.exec(headers.get('if-match') ?? '') ?? []
  if (version !== undefined) return version
  const detail = 'must be the version in double quotes, as in an ETag'
  throw new Refused('version_required', { fields: [{ pointer: '/headers/if-match', detail }] })
}
