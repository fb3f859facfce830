import type { SeededInvitation } from '../../backend/core/ports/store.ts'

/** Settings of a company's first invitations. */
export interface SeedInvitationsOptions {
  /** The domain of most addresses. */
  domain: string
  /** The ids of those who have invited, each in turn. */
  inviters: readonly string[]
  /** The administrative permissions of a role. @default none */
  administrative?: (roleId: string) => string[]
  /** Milliseconds since 1970. */
  now: number
  /** The id of the invitation to an address. @default made of the address */
  idOf?: (email: string) => string
  /** Whether one waits to be sent. A company with an outbox has none that nobody sends. @default true */
  withQueued?: boolean
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const week = 7 * day

const people = [
  { local: 'hyunwoo.park', roleId: 'agent', teamIds: ['apac', 'weekend'], ago: 12 * minute },
  { local: 'giulia.romano', roleId: 'agent', teamIds: ['night'], ago: 3 * hour },
  { local: 'ama.mensah', roleId: 'supervisor', teamIds: [], ago: 5 * hour, state: 'queued' },
  { email: 'k.novak@partners.example', roleId: 'billing', teamIds: [], ago: 5 * day, state: 'failed' },
  { local: 'noura.alharbi', roleId: 'agent', teamIds: ['emea'], ago: 2 * week },
  { local: 'britta.lindqvist', roleId: 'agent', teamIds: ['night', 'onboarding'], ago: 3 * week },
] as const satisfies {
  local?: string
  email?: string
  roleId: string
  teamIds: readonly string[]
  ago: number
  state?: 'queued' | 'failed'
}[]

/** The same invitations every time: four that are pending, of which one failed, and two that have expired. */
export function seedInvitations({
  domain,
  inviters,
  administrative = () => [],
  now,
  idOf = (email) => `invitation-${email.split('@')[0]}`,
  withQueued = true,
}: SeedInvitationsOptions): SeededInvitation[] {
  return people.map((person, index) => {
    const email = 'email' in person ? person.email : `${person.local}@${domain}`
    const wanted = 'state' in person ? person.state : 'sent'
    const state = wanted === 'queued' && !withQueued ? 'sent' : wanted
    const askedAt = new Date(now - person.ago)
    return {
      id: idOf(email),
      email,
      address: email,
      emailKey: email,
      roleId: person.roleId,
      teamIds: [...person.teamIds],
      administrative: administrative(person.roleId),
      message: null,
      locale: null,
      invitedBy: inviters[index % inviters.length] ?? '',
      invitedAt: askedAt,
      askedAt,
      sentAt: state === 'sent' ? askedAt : null,
      expiresAt: new Date(now - person.ago + week),
      generation: 1,
      delivery: { state, reason: state === 'failed' ? 'mailbox full' : null, nextTryAt: null },
    }
  })
}
