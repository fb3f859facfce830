/** The header row is the first that assistive technology counts. */
const headerRows = 1

/** The number that a row has for assistive technology, and by which it is found again. */
export const rowIndexAttribute = (index: number) => index + 1 + headerRows

/** The number of a row element. */
export const rowNumber = (row: Element): number => Number(row.getAttribute('aria-rowindex'))

/** The row's position in the list, of any element in it; undefined outside of the table's rows. */
export function rowIndexOf(body: HTMLElement, target: EventTarget | null): number | undefined {
  if (!(target instanceof Element) || !body.contains(target)) return undefined
  const row = target.closest('.roster-table-row')
  return row ? Number(row.getAttribute('aria-rowindex')) - 1 - headerRows : undefined
}

/** What is focused in a row. */
export type RowPart = 'check' | 'primary'

/** The part of a row that takes focus: its checkbox or its button, else its header. */
export function rowPart(body: HTMLElement, index: number, part: RowPart): HTMLElement | null {
  const row = body.querySelector(`:scope > [aria-rowindex="${rowIndexAttribute(index)}"]`)
  const check = part === 'check' ? row?.querySelector<HTMLElement>('[data-column="check"] input') : null
  return check ?? row?.querySelector<HTMLElement>('[data-primary]') ?? row?.querySelector('th') ?? null
}
