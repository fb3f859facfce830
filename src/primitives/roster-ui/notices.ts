import { createSubscribable } from '../../base/subscribable.ts'

/** A short note about what has happened. */
export interface Toast {
  id: string
  text: string
  /** A failure is announced immediately and stays until it is dismissed. @default 'done' */
  tone?: 'done' | 'failed'
  /** One thing to do about it. */
  action?: { label: string; onAction: () => void }
  /** How long it stays, in milliseconds. @default 6000, or 10000 with an action */
  duration?: number
}

/** Where toasts can appear. */
export interface ToasterPlace {
  /** At the foot of the window, or in a dock of the page. */
  placement: 'window' | 'dock'
}

/** The current toasts and announcements. */
export interface NoticesState {
  toasts: readonly Toast[]
  /** The one place where the toasts appear: a dock if there is one, otherwise the place that was there first. */
  place: ToasterPlace | undefined
  polite: string
  assertive: string
}

/** Toasts and announcements of one `RosterUI`. */
export interface Notices {
  get(): NoticesState
  subscribe(listener: () => void): () => void
  /** Announces a text to screen readers only. */
  announce(text: string, urgency?: 'polite' | 'assertive'): void
  /** Shows a toast and announces it; returns its id. */
  toast(toast: Omit<Toast, 'id'>): string
  dismiss(id: string): void
  /** Offers a place for the toasts, until the returned function is called. */
  offer(place: ToasterPlace): () => void
  /** Forgets all toasts and announcements, as when someone else signs in. */
  clear(): void
}

/** More toasts than anyone reads, also where nothing shows them: the oldest are forgotten. */
const maxToasts = 8

/** With a no-break space at the end, screen readers treat a repeated text as a new one. */
const again = '\u00a0'

/** Creates an empty store of notices. */
export function createNotices(): Notices {
  const changes = createSubscribable()
  let state: NoticesState = { toasts: [], place: undefined, polite: '', assertive: '' }
  let places: readonly ToasterPlace[] = []
  let count = 0

  const set = (change: Partial<NoticesState>) => {
    state = { ...state, ...change }
    changes.notify()
  }
  const offerOnly = (offered: readonly ToasterPlace[]) => {
    places = offered
    set({ place: places.find(({ placement }) => placement === 'dock') ?? places[0] })
  }
  const announce: Notices['announce'] = (text, urgency = 'polite') =>
    set({ [urgency]: state[urgency] === text ? text + again : text })

  return {
    get: () => state,
    subscribe: changes.subscribe,
    announce,
    toast(toast) {
      count += 1
      const id = `toast-${count}`
      set({ toasts: [...state.toasts, { ...toast, id }].slice(-maxToasts) })
      announce(toast.text, toast.tone === 'failed' ? 'assertive' : 'polite')
      return id
    },
    dismiss: (id) => set({ toasts: state.toasts.filter((toast) => toast.id !== id) }),
    offer(place) {
      offerOnly([...places, place])
      return () => offerOnly(places.filter((other) => other !== place))
    },
    clear: () => set({ toasts: [], polite: '', assertive: '' }),
  }
}
