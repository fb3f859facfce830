import type { IdleTimeout } from '@aicx/roster/contract'
import { sql } from 'kysely'
import type { IdlePolicy } from '../../core/ports/idle.ts'

/** The columns of {@link idlePolicyColumns}. */
export interface IdlePolicyRow {
  idle_enabled: boolean
  idle_minutes: IdleTimeout
  idle_hold: boolean
  idle_rev: number
  idle_updated_by: string | null
  idle_updated_at: Date | null
  idle_tightened_at: Date | null
}

/** The policy for idle logout of a company `c`. */
export const idlePolicyColumns = sql`
  c.idle_enabled, c.idle_minutes, c.idle_hold, c.idle_rev, c.idle_updated_by, c.idle_updated_at, c.idle_tightened_at`

/** Converts a row to a policy. */
export const toIdlePolicy = (row: IdlePolicyRow, minuteMs: number): IdlePolicy => ({
  enabled: row.idle_enabled,
  timeoutMinutes: row.idle_minutes,
  allowHold: row.idle_hold,
  rev: row.idle_rev,
  updatedBy: row.idle_updated_by,
  updatedAt: row.idle_updated_at,
  tightenedAt: row.idle_tightened_at,
  minuteMs,
})
