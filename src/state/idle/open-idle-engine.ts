import { page } from '../environment/page.ts'
import { createIdleEngine } from './create-idle-engine.ts'
import type { IdleEngine, IdleEngineOptions, StartedEngine } from './idle-engine.ts'
import { observeFrames } from './observe-frames.ts'

/** An engine that is in use until it is closed. */
export interface OpenIdleEngine extends IdleEngine {
  /** Stops the engine and removes its listeners. */
  close(): void
}

interface Entry {
  engine: StartedEngine
  users: number
  leave(): void
}

/**
 * Copies of other versions find the engines here. A version whose engine has other methods must use another key: its
 * engine and an older one then share the record of their session, as two windows do.
 */
const key = Symbol.for('@aicx/roster/idle-engines')

/** All copies of this module in a window share the engines. */
function engines(): Map<string, Entry> {
  const known: unknown = Reflect.get(globalThis, key)
  if (known instanceof Map) return known
  const created = new Map<string, Entry>()
  Reflect.set(globalThis, key, created)
  return created
}

/**
 * Opens the engine of a session. A window has one engine for each session, however many hooks and copies of the library
 * use it: the first call creates and starts it, and the last `close` stops it.
 */
export function openIdleEngine(options: IdleEngineOptions): OpenIdleEngine {
  const { sessionKey } = options.port
  const entry = engines().get(sessionKey) ?? start(options)
  entry.users += 1
  let isClosed = false
  return {
    ...entry.engine,
    close() {
      if (isClosed) return
      isClosed = true
      entry.users -= 1
      // StrictMode closes and opens in one turn, and should find the same engine.
      queueMicrotask(() => {
        if (entry.users > 0 || engines().get(sessionKey) !== entry) return
        // One that has ended is kept: opened again, it must not end a second time.
        if (entry.engine.getState().phase !== 'ended') engines().delete(sessionKey)
        entry.leave()
      })
    },
  }
}

function start(options: IdleEngineOptions): Entry {
  const engine = createIdleEngine(options)
  // A server renders pages for many people, and none of them is at it: there an engine keeps no time.
  if (!page.window && !options.environment?.window) return { engine, users: 0, leave() {} }
  const removals = [engine.start(), page.document ? observeFrames(engine, page.document) : () => {}]
  const entry: Entry = {
    engine,
    users: 0,
    leave() {
      for (const remove of removals) remove()
    },
  }
  engines().set(options.port.sessionKey, entry)
  return entry
}
