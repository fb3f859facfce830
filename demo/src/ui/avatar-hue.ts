/** The hues of Roster's avatars. */
const hues = [20, 50, 80, 118, 152, 182, 212, 242, 270, 300, 330, 355]

/** The hue of a user, by their id: the one that Roster shows them in, so that a person has one colour on a screen. */
export function avatarHue(id: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < id.length; index += 1) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193)
  return hues[(hash >>> 0) % hues.length] ?? 0
}
