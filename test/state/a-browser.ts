/** The parts of a browser that its windows share, without delays: a storage, channels and locks. */
export function aBrowser({ hasChannel = true, hasStorage = true } = {}) {
  const stored = new Map<string, string>()
  const held = new Set<string>()
  const channels = new Set<{ name: string; owner: Owner; hear: (message: unknown) => void }>()
  const sent: { name: string; message: unknown }[] = []

  return {
    stored,
    /** Locks that are held now. */
    held,
    /** Every message of every channel. */
    sent,
    /** The parts as one window uses them. While it is frozen it receives messages late, and a dead one never does. */
    parts: (owner: Owner = { isAlive: true }) => ({
      storage: {
        getItem: (key: string) => stored.get(key) ?? null,
        setItem: (key: string, value: string) => void (owner.isAlive && stored.set(key, value)),
        removeItem: (key: string) => void (owner.isAlive && stored.delete(key)),
        isShared: () => hasStorage,
      },
      channel: {
        open(name: string) {
          const listeners = new Set<(message: unknown) => void>()
          const own = {
            name,
            owner,
            hear(message: unknown) {
              const hear = () => {
                for (const listener of listeners) listener(message)
              }
              if (owner.late) owner.late.push(hear)
              else if (owner.isAlive) hear()
            },
          }
          channels.add(own)
          return {
            isSilent: !hasChannel,
            post(message: unknown) {
              if (!owner.isAlive || !hasChannel || !channels.has(own)) return
              sent.push({ name, message })
              for (const other of channels) {
                if (other !== own && other.name === name) queueMicrotask(() => other.hear(message))
              }
            },
            subscribe(listener: (message: unknown) => void) {
              listeners.add(listener)
              return () => void listeners.delete(listener)
            },
            close: () => void channels.delete(own),
          }
        },
      },
      locks: {
        async ifAvailable(name: string, run: () => Promise<unknown>) {
          await null
          if (held.has(name)) return false
          held.add(name)
          try {
            await run()
          } finally {
            held.delete(name)
          }
          return true
        },
      },
    }),
  }
}

/** A window as the browser sees it. */
export interface Owner {
  /** False after a crash. */
  isAlive: boolean
  /** What happens once the window is no longer frozen. Undefined unless it is. */
  late?: (() => void)[]
}
