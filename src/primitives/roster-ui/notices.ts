import { createSubscribable } from '../../base/subscribable.ts'

/** A short note about what has happened. */
export interface Toast {
  id: string
  text: string
  /** A failure is said at once and stays until it is dismissed. @default 'done' */
  tone?: 'done' | 'failed'
  /** One thing to do about it. */
  action?: { label: string; onAction: () => void }
  /** How long it stays, in milliseconds. @default 6000, with an action 10000 */
  duration?: number
}

/** What is said to the person, by toast and by live region. */
export interface NoticesState {
  toasts: readonly Toast[]
  polite: string
  assertive: string
}

/** Toasts and announcements of one `RosterUI`. */
export interface Notices {
  get(): NoticesState
  subscribe(listener: () => void): () => void
  /** Says a text to screen readers alone. */
  announce(text: string, urgency?: 'polite' | 'assertive'): void
  /** Shows a toast and announces it; returns its id. */
  toast(toast: Omit<Toast, 'id'>): string
  dismiss(id: string): void
}

/** An unbreakable space at the end makes a repeated text a new one for screen readers. */
const again = '\u00a0'

/** Makes an empty store of notices. */
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
