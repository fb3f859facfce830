import * as v from 'valibot'
import type { Schema } from './schema.ts'
import { countShape } from './undo.ts'
import type { UsersQuery } from './users-query.ts'

/** Columns that the reference backend exports, besides `custom.<field>`. */
export const exportColumnIds = ['id', 'name', 'email', 'role', 'teams', 'lastActive', 'joined'] as const

/** A column of an export. */
export interface ExportColumn {
  /** One of {@link exportColumnIds}, or `custom.` with the name of a host's own field. */
  id: (typeof exportColumnIds)[number] | (string & {})
  /** The title of the column in the file. */
  label: string
}

/** The body of `POST /v1/users/export`. */
export interface ExportRequest {
  query: UsersQuery
  columns: ExportColumn[]
}

/** What `GET /v1/exports/{id}` returns. */
export interface ExportState {
  /** Whether the whole file was sent. */
  done: boolean
  /** Users that were sent. */
  rows: number
  /** Bytes that were sent. */
  bytes: number
}

/** The response of `GET /v1/exports/{id}` on the wire. */
export const exportStateShape = v.object({ done: v.boolean(), rows: countShape, bytes: countShape })

/** Schema of {@link ExportState}. */
export const exportStateSchema: Schema<ExportState> = exportStateShape
