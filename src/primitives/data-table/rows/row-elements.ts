/** The number of header rows, which assistive technology counts first. */
const headerRows = 1

/** The number of a row for assistive technology. It is also used to find the row. */
export const rowIndexAttribute = (index: number) => index + 1 + headerRows

/** The number of a row element. The heading among the rows has none, and comes right before the row at `before`. */
export const rowNumber = (row: Element, before = 0): number =>
  row.hasAttribute('aria-rowindex')
    ? Number(row.getAttribute('aria-rowindex'))
    : rowIndexAttribute(before) - 0.5

/** Returns the position in the list for any element in a row. Undefined outside of the table's rows. */
export function rowIndexOf(body: HTMLElement, target: EventTarget | null): number | undefined {
  if (!(target instanceof Element) || !body.contains(target)) return undefined
  const row = target.closest('.roster-table-row')
  return row ? Number(row.getAttribute('aria-rowindex')) - 1 - headerRows : undefined
}

/** What is focused in a row. */
export type RowPart = 'check' | 'primary'

/** Returns the part of a row that takes the focus: its checkbox or its button, or else its header. */
export function rowPart(body: HTMLElement, index: number, part: RowPart): HTMLElement | null {
  const row = body.querySelector(`:scope > [aria-rowindex="${rowIndexAttribute(index)}"]`)
  const check = part === 'check' ? row?.querySelector<HTMLElement>('[data-column="check"] input') : null
  return check ?? row?.querySelector<HTMLElement>('[data-primary]') ?? row?.querySelector('th') ?? null
}
