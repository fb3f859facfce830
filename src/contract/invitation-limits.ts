/** The most addresses of one invitation request and of one check, and the longest personal message, in characters. */
export const invitationLimits = { emails: 200, checks: 500, message: 500 } as const
