import type { Invitation } from '../../src/contract/invitations.ts'

const allowed = { allowed: true } as const

/** An invitation that was sent a day ago and works for six more. */
const invitation = (id: string, change: Partial<Invitation> = {}): Invitation => ({
  id,
  email: `${id}@acme.example`,
  status: 'pending',
  role: { id: 'agent', name: 'Agent' },
  teams: [{ id: 'night', name: 'Night shift', direct: true, viaRole: false }],
  invitedBy: { id: 'u1', name: 'Amara Okafor', deleted: false },
  invitedAt: new Date(Date.now() - 86_400_000).toISOString(),
  sentAt: new Date(Date.now() - 86_400_000).toISOString(),
  expiresAt: new Date(Date.now() + 6 * 86_400_000).toISOString(),
  expiresInMs: 6 * 86_400_000,
  delivery: { state: 'sent' },
  actions: { resend: allowed, delete: allowed, change: allowed },
  ...change,
})

/** Invitations in every state. */
export const invitations: readonly Invitation[] = [
  invitation('hyunwoo.park', { delivery: { state: 'queued' } }),
  invitation('karel.novak', { delivery: { state: 'failed', reason: 'mailbox full' } }),
  invitation('giulia.romano', { teams: [], invitedBy: { id: 'u2', name: 'Lucía Paredes', deleted: true } }),
  invitation('noura.alharbi', {
    status: 'expired',
    expiresAt: new Date(Date.now() - 86_400_000).toISOString(),
    expiresInMs: -86_400_000,
  }),
]
