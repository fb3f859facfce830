import * as v from 'valibot'
import { isUnreadable, type Unreadable } from '../base/row-source.ts'
import { idShape } from './id-shape.ts'
import type { Schema } from './schema.ts'

/** A range of a list, by position. */
export interface Window<Row> {
  rows: (Row | Unreadable)[]
  /** Position of the first row in the whole list, from 0. */
  offset: number
  /** The number of rows in the whole list. */
  total: number
  /** Whether `total` is exact or a lower bound. */
  totalIs: 'exact' | 'atLeast'
  /** An opaque value that changes when rows are added or removed, or when a name, role or team changes. */
  revision?: string
  /** The cursor for the rows after the last one. Absent at the end of the list. */
  next?: string
}

const frame = {
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  total: v.pipe(v.number(), v.integer(), v.minValue(0)),
  totalIs: v.optional(v.picklist(['exact', 'atLeast']), 'exact'),
  revision: v.optional(v.string()),
  next: v.optional(v.string()),
}

/** The window that a server sends: every row as the contract has it. */
export const windowShape = <Row extends v.GenericSchema>(row: Row) =>
  v.object({ ...frame, rows: v.array(row) })

const hasId = v.object({ id: idShape })

const readable = <Row>(row: v.GenericSchema<unknown, Row>) =>
  v.transform((input: unknown): Row | Unreadable => {
    const parsed = v.safeParse(row, input)
    if (parsed.success) return parsed.output
    const id = v.safeParse(hasId, input)
    const [first] = parsed.issues
    const path = first.path?.map(({ key }) => key) ?? []
    const issue = isUnreadable(input)
      ? String(input.issue)
      : `${['row', ...path].join('.')}: ${first.message}`
    return id.success ? { unreadable: true, id: id.output.id, issue } : { unreadable: true, issue }
  })

/** A row that a client reads: if it doesn't parse, it becomes an {@link Unreadable}. */
export const tolerantRow = <Row>(row: v.GenericSchema<unknown, Row>) => v.pipe(v.unknown(), readable(row))

/** The window that a client reads: a row that does not parse becomes an {@link Unreadable}. */
export function tolerantWindow<Row>(row: v.GenericSchema<unknown, Row>): Schema<Window<Row>>
/** The same, with further members of the window. */
export function tolerantWindow<Row, More extends v.ObjectEntries>(
  row: v.GenericSchema<unknown, Row>,
  more: More,
): Schema<Window<Row> & v.InferOutput<v.ObjectSchema<More, undefined>>>
/** Reads the frame, the rows, and the further members. */
export function tolerantWindow(row: v.GenericSchema, more: v.ObjectEntries = {}): Schema<unknown> {
  return v.object({ ...frame, ...more, rows: v.array(tolerantRow(row)) })
}
