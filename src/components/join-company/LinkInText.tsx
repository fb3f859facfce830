import { linkText } from '../../messages/link-text.ts'
import { Button } from '../../primitives/button/Button.tsx'

interface LinkInTextProps {
  /** The message, with `{start}` and `{end}` around the words to press. */
  message: (marks: { start: string; end: string }) => string
  onPress: () => void
}

/** A sentence in which some words can be pressed. */
export function LinkInText({ message, onPress }: LinkInTextProps) {
  const { before, link, after } = linkText(message)
  return (
    <>
      <span>{before}</span>
      <Button variant="link" onClick={onPress}>
        {link}
      </Button>
      {after && <span>{after}</span>}
    </>
  )
}
