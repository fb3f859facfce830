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

/** The current toasts and announcements. */
export interface NoticesState {
  toasts: readonly Toast[]
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
}

/** With a no-break space at the end, screen readers treat a repeated text as a new one. */
const again = '\u00a0'

/** Creates an empty store of notices. */
export function createNotices(): Notices {
  const changes = createSubscribable()
  let state: NoticesState = { toasts: [], polite: '', assertive: '' }
  let count = 0

  const set = (change: Partial<NoticesState>) => {
    state = { ...state, ...change }
    changes.notify()
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
      set({ toasts: [...state.toasts, { ...toast, id }] })
      announce(toast.text, toast.tone === 'failed' ? 'assertive' : 'polite')
      return id
    },
    dismiss: (id) => set({ toasts: state.toasts.filter((toast) => toast.id !== id) }),
  }
}
