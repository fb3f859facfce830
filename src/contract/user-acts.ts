/**
 * Writes to one user, and the request that each sends. A name is the method of the port, the capability and the action
 * of a user alike. A new write begins here.
 */
export const userActs = {
  /** Changing a user's role. */
  changeRole: { method: 'PUT', path: '/users/{id}/role' },
  /** Changing a user's teams. */
  changeTeams: { method: 'PATCH', path: '/users/{id}/teams' },
  /** Ending a user's sessions. */
  endSessions: { method: 'POST', path: '/users/{id}/end-sessions' },
} as const

/** The name of a write to one user. */
export type UserAct = keyof typeof userActs
