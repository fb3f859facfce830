import type { InvitationEmail } from '../../src/email/invitation/invitation-email.ts'

/** A link of 137 characters, as the reference backend makes them. */
export const link = `https://support.acme.example/settings/members/welcome/join#${'azHm8Q2vT4oLrZk1XWc0dNfYb7sJ9e'.repeat(3).slice(0, 78)}`

/** An invitation with everything in it. */
export const anInvitation: InvitationEmail = {
  company: 'Acme Support',
  inviter: 'Amara Okafor',
  role: 'Agent',
  teams: ['Support EMEA', 'Onboarding'],
  message: 'Welcome! Your first shift plan is in the Onboarding channel.',
  link,
  expiresAt: '2026-03-24T14:20:00Z',
}
