import type { TeamRef } from '../../contract/users.ts'

/** Pixels of a chip, estimated: measuring each chip of each row would cost a layout for every frame of scrolling. */
const padding = 14
const gap = 4
const letter = 6.6
const wideLetter = 12
const more = 32

const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{1faff}]/u

/** Each row that scrolls into view is measured, and few names have wide letters. */
const textWidth = (text: string) => {
  if (!wide.test(text)) return [...text].length * letter
  let width = 0
  for (const character of text) width += wide.test(character) ? wideLetter : letter
  return width
}

/** How many teams fit as chips into a width in pixels, at least one. The others are behind a button such as "+2". */
export function fitTeams(teams: readonly TeamRef[], room: number, viaRole: string): number {
  let taken = 0
  for (const [index, { name, direct }] of teams.entries()) {
    const note = direct ? 0 : gap + textWidth(viaRole)
    taken += padding + textWidth(name) + note + (index > 0 ? gap : 0)
    const isLast = index === teams.length - 1
    if (taken + (isLast ? 0 : gap + more) > room) return Math.max(1, index)
  }
  return teams.length
}
