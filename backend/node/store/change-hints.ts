import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The channel on which writes notify which company they changed. */
export const changesChannel = 'roster_changes'

/** Notifies the watchers of a company that it may have changed. */
export interface ChangeHints {
  watch(companyId: string, listener: () => void): () => void
  close(): Promise<void>
}

const lookEvery = 1_000
const looksBetweenTries = 30
const probePatience = 1_000

/**
 * Hints by LISTEN, from the first watcher on. Without LISTEN, or if a pooler accepts it and delivers nothing, the
 * revisions of the watched companies are polled once a second.
 */
export function createChangeHints(database: Database): ChangeHints {
  const watchers = new Map<string, Set<() => void>>()
  const closing = new AbortController()
  let running: Promise<void> | undefined

  const tell = (companyId: string) => {
    for (const listener of watchers.get(companyId) ?? []) listener()
  }
  const rest = (ms: number) => pause(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {})
  const isNeeded = () => watchers.size > 0 && !closing.signal.aborted

  /** Listens until the connection is lost. Returns immediately if the database can't notify. */
  async function listen() {
    const over = new AbortController()
    const lost = Promise.withResolvers<void>()
    const probed = Promise.withResolvers<'heard'>()
    const heard = (companyId: string) => (companyId ? tell(companyId) : probed.resolve('heard'))
    const stop = await database.listen(changesChannel, heard, lost.resolve)
    closing.signal.addEventListener('abort', () => lost.resolve(), { signal: over.signal })
    if (closing.signal.aborted) lost.resolve()
    try {
      await sql`select pg_notify(${changesChannel}, '')`.execute(database.db)
      if ((await Promise.race([probed.promise, lost.promise, rest(probePatience)])) !== 'heard') return
      // Changes may have been made before listening began.
      for (const companyId of watchers.keys()) tell(companyId)
      await lost.promise
    } finally {
      over.abort()
      await stop()
    }
  }

  const known = new Map<string, number>()
  async function look() {
    const companies = await database.run(sql<{ id: string; revision: number }>`
      select id, revision from companies where id = any(${[...watchers.keys()]})`)
    for (const { id, revision } of companies) {
      if (known.get(id) !== revision) tell(id)
      known.set(id, revision)
    }
  }

  async function run() {
    while (isNeeded()) {
      await listen().catch(() => {})
      for (let looks = 0; looks < looksBetweenTries && isNeeded(); looks++) {
        await look().catch(() => {})
        await rest(lookEvery)
      }
    }
    running = undefined
  }

  return {
    watch(companyId, listener) {
      const own = watchers.get(companyId) ?? new Set()
      watchers.set(companyId, own.add(listener))
      running ??= run()
      return () => {
        own.delete(listener)
        if (own.size > 0 || watchers.get(companyId) !== own) return
        watchers.delete(companyId)
        known.delete(companyId)
      }
    },
    async close() {
      closing.abort()
      await running
    },
  }
}
