/** The timeouts that a company can choose from, in minutes. */
export const idleTimeouts = [10, 15, 30] as const

/** A timeout of {@link idleTimeouts}, in minutes. */
export type IdleTimeout = (typeof idleTimeouts)[number]
