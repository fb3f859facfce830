import type { IdleLogoutPolicy } from '../../src/contract/idle-logout.ts'

/** A policy that is on, whose sessions report their activity. */
export const policy: IdleLogoutPolicy = {
  enabled: true,
  timeoutMinutes: 30,
  allowHold: false,
  warnMs: 120_000,
  rev: '7',
  updatedBy: { id: 'lucia', name: 'Lucía Paredes' },
  updatedAt: '2026-02-04T09:30:00.000Z',
  sessions: { open: 34, reporting: 34, idleOver: { 10: 6, 15: 3, 30: 0 } },
}

/** A policy that is off, in a company whose pages have no guard. */
export const unguarded: IdleLogoutPolicy = {
  enabled: false,
  timeoutMinutes: 15,
  allowHold: false,
  warnMs: 120_000,
  rev: '0',
  sessions: { open: 34, reporting: 2, idleOver: { 10: 32, 15: 32, 30: 32 } },
}
