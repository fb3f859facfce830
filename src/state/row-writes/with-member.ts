/** The set with or without a member; the same set if nothing changes. */
export function withMember(set: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  if (set.has(id) === isMember) return set
  return isMember ? new Set([...set, id]) : new Set([...set].filter((other) => other !== id))
}
