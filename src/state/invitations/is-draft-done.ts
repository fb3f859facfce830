import type { DraftContent } from './draft-content.ts'

/** Whether nothing of a draft is left: no address, no text, and no line without an address except for empty ones. */
export function isDraftDone({ entries, text, named, file }: DraftContent): boolean {
  const lines = [...named, ...(file?.named ?? [])]
  return (
    entries.length === 0 &&
    text.trim() === '' &&
    lines.every(({ fault }) => fault === 'empty_line') &&
    file?.tooMany === undefined
  )
}
