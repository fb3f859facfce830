import { inviteUserMessages } from '../../messages/invite-user.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import type { LeftOutLine } from './invite-draft-group.ts'
import { useLineSentence } from './useAddressSentence.ts'

interface LeftOutLinesProps {
  lines: readonly LeftOutLine[]
}

/** So many are named; the others are counted. */
const mostShown = 8

/** Characters of a line that are shown. A line of a file may have millions. */
const mostCharacters = 200

/** The lines of a paste or a file that have no address: number, content and reason. */
export function LeftOutLines({ lines }: LeftOutLinesProps) {
  const t = useMessages(inviteUserMessages).file
  const { number } = useFormats()
  const sentence = useLineSentence()
  const more = lines.length - mostShown
  return (
    <ul className="roster-left-out-lines">
      {lines.slice(0, mostShown).map((line) => (
        <li key={line.line} className="roster-left-out-line">
          <Icon name="alert" size="small" />
          <span className="roster-left-out-number">{t.line({ number: number(line.line) })}</span>
          <bdi className="roster-left-out-text">{line.text.slice(0, mostCharacters)}</bdi>
          <span className="roster-left-out-reason">{sentence(line)}</span>
        </li>
      ))}
      {more > 0 && <li className="roster-address-reasons-more">{t.moreLines({ count: more })}</li>}
    </ul>
  )
}
