/** Options of a page of the benchmark. */
export interface SubjectOptions {
  timeoutMs: number
  warnMs: number
  /** How many components use the hook. */
  hooks: number
  /** Windows of one session belong together. */
  session: string
}

/** One way to log out people who are idle. */
export interface IdleSubject {
  mount(root: HTMLElement, options: SubjectOptions): void
}

declare global {
  interface Window {
    idleSubject: IdleSubject
    /** How often the host's work before the logout was called in this window. */
    logouts: number
    /** When this window was mounted, which counts as activity, and when it logged the person out (ms since 1970). */
    mountedAt: number
    outAt: number | undefined
    /** How many keys reached the page. */
    typed: number
    /** Sets the wall clock. */
    shiftClock(ms: number): void
    /** The listeners of window and document, and how many timers have run. */
    listeners: { target: string; type: string; call(event: object): void }[]
    timers: number
    /** How many of the listeners are React's and the page's. */
    othersListeners: number
  }
}
