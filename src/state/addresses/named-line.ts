import type { EmailFault } from '../../contract/email-address.ts'

/** A line without an address, or with some that weren't read. It is listed, so that none is lost silently. */
export interface NamedLine {
  /** Its number in the text or the file, from 1. */
  line: number
  /** What is in it. */
  text: string
  fault: EmailFault | 'empty_line' | 'open_quote' | 'missing_cells' | 'other_column'
  /** The number of cells that it has and should have. */
  cells?: { found: number; expected: number }
}
