import { atSign } from './address-signs.ts'
import { readAddressLine } from './read-address-line.ts'

/** Whether a cell has a valid address. */
export const holdsAddress = (cell: string): boolean =>
  atSign.test(cell) && readAddressLine(cell).some(({ ok }) => ok)
