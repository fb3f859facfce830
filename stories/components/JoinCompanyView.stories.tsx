import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import { JoinCompanyView } from '../../src/components/join-company/JoinCompanyView.tsx'
import type { JoinPreview } from '../../src/contract/join.ts'
import { expectSeen } from '../expect-seen.ts'

const invitation: JoinPreview = {
  company: { id: 'acme', name: 'Acme Support' },
  email: 'lin.wei@acme.example',
  role: { id: 'agent', name: 'Agent' },
  teams: [
    { id: 'emea', name: 'Support EMEA' },
    { id: 'onboarding', name: 'Onboarding' },
  ],
  invitedBy: { name: 'Amara Okafor' },
  expiresAt: '2026-03-24T14:20:00.000Z',
  account: 'none',
  lost: [],
}
const ended = (code: string, params: Record<string, string> = {}) => ({
  status: 'ended' as const,
  invitation: null,
  error: { code, params: { company: 'Acme Support', inviter: 'Amara Okafor', ...params } },
})
const member = {
  name: 'Oluwaseun Adeyemi',
  email: 'oluwaseun.adeyemi@acme.example',
  isInvited: true,
  companies: [{ id: 'lumen', name: 'Lumen Travel' }],
}

const meta: Meta<typeof JoinCompanyView> = {
  component: JoinCompanyView,
  title: 'Components/JoinCompanyView',
  args: {
    status: 'ready',
    invitation,
    onJoin: fn(),
    onLink: fn(() => true),
    onRetry: fn(),
    onSignIn: fn(),
    onCreateAccount: fn(),
    onSignOut: fn(),
    onStay: fn(),
    onOpen: fn(),
  },
}
export default meta

type Story = StoryObj<typeof JoinCompanyView>

export const NewPerson: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByRole('heading', { name: 'Join Acme Support' }))
    await expectSeen(canvas.getByText(/Amara Okafor invited you as Agent, in the teams/))
    await expect(canvas.getByLabelText('Email address')).toHaveAttribute('readonly')
    const join = canvas.getByRole('button', { name: 'Join Acme Support' })
    await userEvent.click(join)
    await expect(args.onJoin).not.toHaveBeenCalled()
    await expect(canvas.getByLabelText('Your name')).toHaveFocus()
    await expect(canvas.getByLabelText('Your name')).toHaveAccessibleDescription('Enter your name.')
    await userEvent.type(canvas.getByLabelText('Your name'), 'Lin Wei')
    await userEvent.type(canvas.getByLabelText('Password'), 'short')
    await userEvent.click(join)
    await waitFor(() =>
      expect(canvas.getByLabelText('Password')).toHaveAccessibleDescription('Use at least 10 characters.'),
    )
    await userEvent.type(canvas.getByLabelText('Password'), ' but now four words')
    await userEvent.click(canvas.getByRole('button', { name: 'Show password' }))
    await expect(canvas.getByLabelText('Password')).toHaveAttribute('type', 'text')
    await userEvent.keyboard('{Tab}{Enter}')
    await expect(args.onJoin).toHaveBeenCalledWith(
      { name: 'Lin Wei', password: 'short but now four words' },
      'open',
    )
  },
}

export const PasswordRefused: Story = {
  args: { error: { code: 'password_refused', reason: 'too_common' } },
  play: async ({ canvas }) => {
    const field = canvas.getByLabelText('Password')
    await waitFor(() => expect(field).toHaveFocus())
    await expect(field).toHaveAccessibleDescription(/Too many people use this password/)
  },
}

export const Joining: Story = { args: { isJoining: true } }

export const SeatsFull: Story = {
  args: { error: { code: 'seats_full', reason: 'seats_full' } },
  play: async ({ canvas }) => expectSeen(canvas.getByText(/^All seats are taken/)),
}

export const NoConnection: Story = {
  args: { error: { code: 'network' } },
  play: async ({ canvas }) => expectSeen(canvas.getByText(/can’t be reached/)),
}

export const NoPassword: Story = {
  args: { invitation: { ...invitation, account: 'no_password', name: 'Lin Wei', teams: [] } },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.type(canvas.getByLabelText('New password'), 'four unrelated words')
    await userEvent.click(canvas.getByRole('button', { name: 'Save password and join' }))
    await expect(args.onJoin).toHaveBeenCalledWith({ password: 'four unrelated words' }, 'open')
  },
}

export const ExistingAccount: Story = {
  args: {
    invitation: { ...invitation, account: 'exists', email: member.email, signedInAs: member },
    current: { id: 'lumen', name: 'Lumen Travel' },
  },
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByText('You’re here now'))
    await userEvent.click(canvas.getByRole('button', { name: 'Join and stay in Lumen Travel' }))
    await expect(args.onJoin).toHaveBeenLastCalledWith({}, 'stay')
    await userEvent.click(canvas.getByRole('button', { name: 'Join and switch company' }))
    await expect(args.onJoin).toHaveBeenLastCalledWith({}, 'open')
  },
}

export const FirstCompany: Story = {
  args: {
    invitation: {
      ...invitation,
      account: 'exists',
      email: member.email,
      signedInAs: { ...member, companies: [] },
    },
  },
}

export const SignedInAsSomeoneElse: Story = {
  args: {
    invitation: {
      ...invitation,
      signedInAs: {
        name: 'Jonas Weber',
        email: 'jonas.weber@acme.example',
        isInvited: false,
        companies: [],
      },
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByText('lin.wei@acme.example'))
    await expectSeen(canvas.getByRole('button', { name: 'Stay signed in as Jonas' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out and continue' }))
    await expect(args.onSignOut).toHaveBeenCalledOnce()
    await expect(args.onJoin).not.toHaveBeenCalled()
  },
}

export const SignInToJoin: Story = {
  args: { invitation: { ...invitation, account: 'exists' } },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.queryByLabelText('Password')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Sign in to join' }))
    await expect(args.onSignIn).toHaveBeenCalledWith({ email: 'lin.wei@acme.example' })
  },
}

export const HostsSignIn: Story = {
  args: {
    invitation: { ...invitation, account: 'elsewhere', teams: invitation.teams.slice(0, 1) },
    signInSite: 'login.acme.example',
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.queryByLabelText('Password')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Create an account' }))
    await expect(args.onCreateAccount).toHaveBeenCalledWith({ email: 'lin.wei@acme.example' })
  },
}

export const Incomplete: Story = {
  args: { status: 'incomplete', invitation: null, onLink: fn((text: string) => text.includes('#')) },
  play: async ({ canvas, userEvent, args }) => {
    const field = canvas.getByLabelText('Link from the email')
    await userEvent.type(field, 'no link')
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(field).toHaveFocus()
    await expect(field).toHaveAccessibleDescription(/There is no invitation link/)
    await userEvent.clear(field)
    await userEvent.paste('https://support.acme.example/join#token')
    await userEvent.keyboard('{Enter}')
    await expect(args.onLink).toHaveBeenLastCalledWith('https://support.acme.example/join#token')
  },
}

export const NotValid: Story = {
  args: { status: 'incomplete', invitation: null, error: { code: 'invitation_not_found' } },
}

export const Expired: Story = {
  args: ended('invitation_expired', { at: '2026-03-14T14:19:00.000Z' }),
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('1 min ago'))
    await expectSeen(canvas.getByText('Amara Okafor'))
  },
}

export const ExpiredLongAgo: Story = { args: ended('invitation_expired', { at: '2026-02-16T14:20:00.000Z' }) }

export const Deleted: Story = { args: ended('invitation_deleted', { at: '2026-03-12T10:00:00.000Z' }) }

export const ANewerOne: Story = {
  args: ended('invitation_superseded', { at: '2026-03-13T14:20:00.000Z', email: 'lin.wei@acme.example' }),
}

export const AlreadyIn: Story = {
  args: ended('invitation_accepted', {
    companyId: 'acme',
    at: '2026-03-12T09:30:00.000Z',
    role: 'Agent',
    person: 'Oluwaseun Adeyemi',
    email: 'oluwaseun.adeyemi@acme.example',
  }),
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByRole('heading', { name: 'You’re in Acme Support' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Open Acme Support' }))
    await expect(args.onOpen).toHaveBeenCalledWith({ id: 'acme', name: 'Acme Support' })
  },
}

export const Used: Story = { args: ended('invitation_accepted') }

export const WithLess: Story = {
  args: {
    invitation: {
      ...invitation,
      lost: [
        { kind: 'role', id: 'lead', name: 'Team lead', reason: 'gained_permissions' },
        { kind: 'team', id: 'gone', name: '', reason: 'deleted' },
      ],
    },
  },
}

export const Joined: Story = {
  args: {
    status: 'joined',
    joined: {
      company: invitation.company,
      userId: 'u1',
      role: { id: 'agent', name: 'Agent' },
      lost: [{ kind: 'role', id: 'lead', name: '', reason: 'deleted' }],
    },
  },
}

export const Loading: Story = { args: { status: 'loading', invitation: null } }

export const Failed: Story = {
  args: { status: 'failed', invitation: null, error: { code: 'unavailable', requestId: 'req-7' } },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.onRetry).toHaveBeenCalledOnce()
  },
}

export const LongNames: Story = {
  args: {
    invitation: {
      ...invitation,
      company: {
        id: 'long',
        name: 'Donaudampfschifffahrtsgesellschaftskapitänsvereinigung Niederösterreich',
      },
      email: `${'very.long.'.repeat(5)}name@subsidiary.company.example`,
      role: { id: 'long', name: 'Coordinator of everything that nobody else coordinates' },
      invitedBy: { name: 'عبد الرحمن بن عبد العزيز الأنصاري' },
    },
  },
}
