import { storyTime } from '../../.storybook/story-time.ts'
import type { Invitation } from '../../src/contract/invitations.ts'

const allowed = { allowed: true } as const
const day = 86_400_000
const ago = (ms: number) => new Date(storyTime - ms).toISOString()

/** An invitation that was sent a moment ago and works for a week. */
export const invitation = (id: string, change: Partial<Invitation> = {}): Invitation => ({
  id,
  email: `${id}@acme.example`,
  status: 'pending',
  role: { id: 'agent', name: 'Agent' },
  teams: [{ id: 'night', name: 'Night shift', direct: true, viaRole: false }],
  invitedBy: { id: 'user-0', name: 'Amara Okafor', deleted: false },
  invitedAt: ago(0),
  sentAt: ago(0),
  expiresAt: ago(-7 * day),
  expiresInMs: 7 * day,
  delivery: { state: 'sent' },
  version: '1',
  actions: { resend: allowed, delete: allowed, change: allowed },
  ...change,
})

const sent = (days: number, change: Partial<Invitation> = {}): Partial<Invitation> => ({
  invitedAt: ago(days * day),
  sentAt: ago(days * day),
  expiresAt: ago((days - 7) * day),
  expiresInMs: (7 - days) * day,
  ...(days >= 7 && { status: 'expired' }),
  ...change,
})

const direct = (...names: string[]) => names.map((name) => ({ id: name, name, direct: true, viaRole: false }))
const viaRole = (name: string) => ({ id: name, name, direct: false, viaRole: true })

/** Invitations in every state: pending ones first, then the expired ones. */
export const invitations: readonly Invitation[] = [
  invitation('hyunwoo.park', {
    delivery: { state: 'queued' },
    teams: direct('Support APAC', 'Weekend cover'),
  }),
  invitation('karel.novak', {
    role: { id: 'billing', name: 'Billing' },
    teams: [...direct('Onboarding'), viaRole('Billing desk')],
    delivery: { state: 'failed', reason: 'mailbox full' },
  }),
  invitation(
    'giulia.romano',
    sent(1, { invitedBy: { id: 'u2', name: 'Mateo Fernández Ruiz', deleted: true } }),
  ),
  invitation(
    'ama.mensah',
    sent(1, { role: { id: 'supervisor', name: 'Supervisor' }, teams: [viaRole('Escalations')] }),
  ),
  invitation('tomasz.zajac', sent(2, { teams: direct('Onboarding') })),
  invitation(
    'nia.campbell',
    sent(4, { teams: [], invitedBy: { id: 'u3', name: 'Lucía Paredes', deleted: false } }),
  ),
  invitation('noura.alharbi', sent(14, { teams: direct('Support EMEA') })),
  invitation('britta.lindqvist', sent(21, { teams: direct('Onboarding', 'Night shift') })),
]
