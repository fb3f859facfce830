import { withoutLinks } from '../without-links.ts'
import type { WordedInvitation } from './word-invitation.ts'

const quote = (line: string) => (line === '' ? '>' : `> ${withoutLinks(line)}`)

/** The text part: the link is alone on its line, and is the only one. */
export function invitationText(worded: WordedInvitation): string {
  const { quotation } = worded
  const blocks = [
    `${withoutLinks(worded.invited)}\n${withoutLinks(worded.joinAs)}`,
    ...(quotation.length > 0 ? [withoutLinks(worded.writes), quotation.map(quote).join('\n')] : []),
    withoutLinks(worded.linkHint),
    worded.link,
    withoutLinks(worded.unexpectedLink),
    // The mark of a signature, which some readers fold away.
    `-- \n${withoutLinks(worded.reason)}`,
  ]
  return `${blocks.join('\n\n')}\n`
}
