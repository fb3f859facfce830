const second = 1_000
const hour = 3_600 * second
const day = 24 * hour

/**
 * In milliseconds: how long a link works, the shortest time between two emails, and how long expired invitations are
 * listed.
 */
export const invitationTimes = { lifetime: 7 * day, cooldown: 60 * second, listed: 90 * day } as const

/** How many emails may be requested within a time, and the reason of a refusal. */
export const emailLimits = {
  byActor: { most: 500, within: hour, reason: 'inviter_limit' },
  byCompany: { most: 2_000, within: day, reason: 'company_limit' },
  byRecipient: { most: 5, within: day, reason: 'recipient_limit' },
} as const

/**
 * How many emails one address gets within a time, from all companies together. Another one waits in the outbox. It
 * refuses nothing, since a refusal would reveal that other companies have invited this person.
 */
export const recipientPace = { most: 5, within: day } as const
