/** How much space the rows of a table have. */
export type ListDensity = 'cosy' | 'compact'

/** What a table shows beside its rows: columns and density, as JSON. */
export interface ListLookJSON {
  /** Ids of the hidden columns. @default those of the table */
  hiddenColumns?: readonly string[]
  /** Ids of columns in their order. Columns that aren't listed keep their place. @default the table's order */
  columnOrder?: readonly string[]
  /** @default the density of the surrounding `RosterUI` */
  density?: ListDensity
}

/** Returns the members of a JSON object, or an empty object for any other value. */
export const membersOf = (json: unknown): Record<string, unknown> =>
  typeof json === 'object' && json !== null ? { ...json } : {}

/** Whether a value is a text that isn't empty. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The texts of an array, each once. */
export const toTexts = (value: unknown): string[] =>
  Array.isArray(value) ? [...new Set(value.filter(isText))] : []

/** Reads columns and density. Invalid parts are left out. */
export function parseLook({ hiddenColumns, columnOrder, density }: Record<string, unknown>): ListLookJSON {
  const look: ListLookJSON = {}
  if (Array.isArray(hiddenColumns)) look.hiddenColumns = toTexts(hiddenColumns)
  if (Array.isArray(columnOrder)) look.columnOrder = toTexts(columnOrder)
  if (density === 'cosy' || density === 'compact') look.density = density
  return look
}
