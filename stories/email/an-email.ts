import type { InvitationEmail } from '../../src/email/invitation/invitation-email.ts'

/** The invitation that the stories send. */
export const anEmail: InvitationEmail = {
  company: 'Acme Support',
  inviter: 'Amara Okafor',
  role: 'Agent',
  teams: ['Support EMEA', 'Onboarding'],
  message: 'Welcome! Your first shift plan is in the Onboarding channel.',
  link: 'https://support.acme.example/join#azHm8Q2vT4oLrZk1XWc0dNfYb7sJ9eGiPuMhV3tEwKxA5RqCnB6lOyUpDgSjF_2vT4oLrZk1XWc0dNfYb7sJ9e4Kx9Qw2',
  expiresAt: '2026-03-24T14:20:00Z',
}
