import type { SessionRecord } from '../../core/ports/records.ts'

/** The columns of a session. Moments are dates in a row, and texts inside JSON. */
export interface SessionRow {
  session_id: string
  sign_in_id: string
  user_id: string
  opened_at: Date | string
  seen_at: Date | string
  activity_at: Date | string
  reported_at: Date | string | null
  held_until: Date | string | null
  ended_at: Date | string | null
  end_reason: SessionRecord['endReason']
}

/** A row as the routes know sessions, seen at the given moment. */
export const toSession = (row: SessionRow, seenAt: Date | string): SessionRecord => ({
  id: row.session_id,
  signInId: row.sign_in_id,
  userId: row.user_id,
  openedAt: new Date(row.opened_at),
  seenAt: new Date(seenAt),
  activityAt: new Date(row.activity_at),
  reportedAt: row.reported_at === null ? null : new Date(row.reported_at),
  heldUntil: row.held_until === null ? null : new Date(row.held_until),
  endedAt: row.ended_at === null ? null : new Date(row.ended_at),
  endReason: row.end_reason,
})
