import * as v from 'valibot'
import { idShape } from './id.ts'
import type { Schema } from './schema.ts'

/** A row that does not parse: it keeps its place, or every later row would shift. */
export interface Unreadable {
  unreadable: true
  /** The row's id, where at least that could be read. */
  id?: string
  /** What was wrong with it, for developers. */
  issue: string
}

/** A stretch of a list, by position. */
export interface Window<Row> {
  rows: (Row | Unreadable)[]
  /** Position of the first row in the whole list, from 0. */
  offset: number
  /** Rows in the whole list. */
  total: number
  /** Whether `total` is counted to the end or a lower bound. */
  totalIs: 'exact' | 'atLeast'
  /** Changes with the list's membership, names, roles or teams; opaque. */
  revision?: string
  /** Goes on after the last row; absent at the end. */
  next?: string
}

/** A list that is read by position and only partly loaded; a new object whenever its data changes. */
export interface RowSource<Row> {
  readonly total: number
  readonly totalIs: 'exact' | 'atLeast'
  /** The row, an unreadable one, or undefined while it is not loaded. */
  at(index: number): Row | Unreadable | undefined
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
    const issue = `${['row', ...path].join('.')}: ${first.message}`
    return id.success ? { unreadable: true, id: id.output.id, issue } : { unreadable: true, issue }
  })

/** The window that a client reads: a row that does not parse becomes an {@link Unreadable}. */
export const tolerantWindow = <Row>(row: v.GenericSchema<unknown, Row>): Schema<Window<Row>> =>
  v.object({ ...frame, rows: v.array(v.pipe(v.unknown(), readable(row))) })

/** Tells an unreadable row from a row. */
export const isUnreadable = (row: unknown): row is Unreadable =>
  typeof row === 'object' && row !== null && 'unreadable' in row && row.unreadable === true
