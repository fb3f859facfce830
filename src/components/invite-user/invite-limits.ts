/** The most addresses of one draft, and the longest personal message in characters as people count them. */
export const inviteLimits = { addresses: 500, message: 500 } as const
