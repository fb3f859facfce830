import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { InviteUserDialog } from '../../src/components/invite-user/InviteUserDialog.tsx'
import { expectSeen } from '../expect-seen.ts'
import { address, inviteDialog, inviteDraft, manyAddresses, welcome } from './invite-draft-data.ts'

const meta: Meta<typeof InviteUserDialog> = {
  title: 'Components/InviteUserDialog',
  component: InviteUserDialog,
  parameters: inOwnFrame,
  args: inviteDialog,
}
export default meta

type Story = StoryObj<typeof InviteUserDialog>

const field = () => screen.findByRole('textbox', { name: 'Email addresses' })

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    const dialog = within(await screen.findByRole('dialog', { name: 'Invite user' }))
    await waitFor(async () => expect(await field()).toHaveFocus())
    await expectSeen(dialog.getByText('4 ready · 5 not sent'))
    await expectSeen(dialog.getByText('Incomplete after the @'))
    await expectSeen(dialog.getByText('The domain throwaway.example is blocked'))
    await expectSeen(dialog.getByText(/^Already invited on /))
    await expectSeen(dialog.getByText('Already a user, role Billing'))
    await expectSeen(dialog.getByText('Twice in the list, sent once'))
    await userEvent.click(
      dialog.getByRole('button', { name: 'Resend the invitation to k.novak@partners.example' }),
    )
    await expect(args.onResend).toHaveBeenCalledWith('invitation-1')
    await userEvent.click(
      dialog.getByRole('button', { name: 'Open the user priya.raghunathan@acme.example' }),
    )
    await expect(args.onOpenUser).toHaveBeenCalledWith('user-3')
    await userEvent.click(dialog.getByRole('button', { name: 'Invite 4 users' }))
    await expect(args.onInvite).toHaveBeenCalledOnce()
    ;(await field()).focus()
  },
}

export const Empty: Story = {
  args: { draft: inviteDraft() },
  play: async ({ userEvent, args }) => {
    const invite = await screen.findByRole('button', { name: 'Invite user' })
    await expect(invite).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(invite)
    await expectSeen(await screen.findByText('Enter an email address first.'))
    await expect(args.onInvite).not.toHaveBeenCalled()
  },
}

/** Arrow keys reach the addresses; Delete and Backspace remove them. */
export const Keyboard: Story = {
  play: async ({ userEvent, args }) => {
    await waitFor(async () => expect(await field()).toHaveFocus())
    await userEvent.keyboard('{ArrowLeft}')
    await expect(
      screen.getByRole('button', { name: 'Remove lin.wei@acme.example. Twice in the list, sent once' }),
    ).toHaveFocus()
    await userEvent.keyboard('{ArrowLeft}{Delete}')
    await expect(args.draft.remove).toHaveBeenLastCalledWith(['tom@throwaway.example'])
    await userEvent.keyboard('{Home}')
    await expect(screen.getByRole('button', { name: 'Remove lin.wei@acme.example' })).toHaveFocus()
    await userEvent.keyboard('{End}')
    await expect(await field()).toHaveFocus()
    await userEvent.keyboard('{Backspace}')
    await userEvent.keyboard('{ArrowRight}')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect(args.onInvite).toHaveBeenCalledOnce()
  },
}

export const PartialFailure: Story = {
  args: {
    draft: inviteDraft({
      addresses: [
        address('sam.whitfield@acme.example', { state: 'retry', failure: { code: 'timeout' } }),
        address('rosa.keller@acme.example', {
          state: 'waiting',
          failure: { code: 'rate_limited' },
          waitMs: 62_000,
        }),
        address('piet.dejong@acme.example', {
          state: 'known',
          failure: { code: 'already_invited' },
          wasTried: true,
          invitationId: 'invitation-2',
        }),
      ],
      result: { invited: 9, total: 12 },
      message: welcome,
      teamIds: ['team-0', 'team-1'],
    }),
    settings: { lifetimeDays: 7, cooldownMs: 60_000, seats: { used: 12, pending: 10, total: 25 } },
    onOpenInvitation: fn(),
  },
  play: async () => {
    await expectSeen(await screen.findByText('9 of 12 users invited.'))
    await expectSeen(screen.getByText('The server didn’t respond in time. Try again'))
    await expectSeen(screen.getByText(/Try again in 1:0\d/))
    await expectSeen(screen.getByText('3 of 25 left'))
    await expect(screen.getAllByRole('button', { name: 'Close' }).length).toBe(2)
    await expectSeen(screen.getByRole('button', { name: 'Invite 1 user' }))
  },
}

export const Sending: Story = {
  args: { draft: inviteDraft({ addresses: manyAddresses(412), sending: { done: 200, total: 412 } }) },
  play: async ({ userEvent, args }) => {
    await expectSeen(await screen.findByRole('progressbar', { name: 'Inviting users' }))
    await userEvent.click(screen.getByRole('button', { name: 'Stop inviting' }))
    await expect(args.draft.stop).toHaveBeenCalledOnce()
  },
}

export const MailWaiting: Story = {
  args: {
    settings: {
      lifetimeDays: 7,
      cooldownMs: 60_000,
      mail: { state: 'waiting', queued: 14, reason: '535 Authentication failed' },
    },
  },
  play: async () => {
    const note = await screen.findByText(/The mail server says: 535 Authentication failed/)
    await expectSeen(note)
    await expect(screen.getByRole('button', { name: 'Invite 4 users' })).not.toHaveAttribute('aria-disabled')
  },
}

/** A limit: everything is kept, and each address says when it can go. */
export const TooManyInvited: Story = {
  args: {
    draft: inviteDraft({
      addresses: ['sam.whitfield', 'rosa.keller'].map((name) =>
        address(`${name}@acme.example`, {
          state: 'waiting',
          failure: { code: 'rate_limited', reason: 'inviter_limit' },
          waitMs: 42_000,
        }),
      ),
      message: welcome,
    }),
  },
  play: async () => {
    const waits = () => screen.getAllByText(/^Too many were invited\. Try again in 0:\d\d$/)
    await screen.findAllByText(/^Too many were invited/)
    const before = waits()[0]?.textContent
    await waitFor(() => expect(waits()[0]?.textContent).not.toBe(before), { timeout: 3_000 })
    await expect(screen.getByRole('button', { name: 'Invite user' })).toHaveAttribute('aria-disabled', 'true')
  },
}

/** Without a connection everything stays, and goes with the next try. */
export const Offline: Story = {
  args: {
    draft: inviteDraft({
      addresses: ['lin.wei', 'joao.silva'].map((name) =>
        address(`${name}@acme.example`, { state: 'retry', failure: { code: 'offline' } }),
      ),
    }),
  },
  play: async () => {
    await expect(await screen.findAllByText('The server didn’t respond in time. Try again')).toHaveLength(2)
    await expectSeen(screen.getByRole('button', { name: 'Invite 2 users' }))
  },
}

/** As many as can be invited at once. */
export const FiveHundred: Story = {
  args: { draft: inviteDraft({ addresses: manyAddresses(500) }) },
  play: async () => {
    await expectSeen(await screen.findByText('500 ready'))
    await expect(screen.getByRole('list', { name: 'Addresses' }).children).toHaveLength(4)
    await expectSeen(screen.getByRole('button', { name: '496 more' }))
    await expectSeen(screen.getByRole('button', { name: 'Invite 500 users' }))
  },
}

/** Eight reasons are listed, and the further ones are counted. */
export const ManyReasons: Story = {
  args: {
    draft: inviteDraft({
      addresses: Array.from({ length: 11 }, (_, index) =>
        address(`person.${index + 1}@throwaway.example`, {
          state: 'wrong',
          failure: { code: 'domain_blocked', params: { rule: 'throwaway.example' } },
        }),
      ),
    }),
  },
  play: async () => expectSeen(await screen.findByText('3 more aren’t sent')),
}

export const NoSeats: Story = {
  args: { settings: { lifetimeDays: 7, cooldownMs: 60_000, seats: { used: 20, pending: 3, total: 25 } } },
  play: async () => {
    await expectSeen(
      await screen.findByText('Only 2 seats are left. The other addresses will stay in the field.'),
    )
  },
}

/** Without roles and teams, and with a message that is too long. Characters are counted as people count them. */
export const LongMessage: Story = {
  args: {
    roles: undefined,
    teams: { rows: [], isSupported: false },
    draft: inviteDraft({ addresses: [address('lin.wei@acme.example')], message: '👩‍👩‍👧‍👦'.repeat(501) }),
  },
  play: async ({ userEvent, args }) => {
    await expectSeen(await screen.findByText('501 of 500'))
    await expectSeen(screen.getByText('1 character too many. Shorten the message.'))
    await userEvent.click(screen.getByRole('button', { name: 'Invite 1 user' }))
    await expect(args.onInvite).not.toHaveBeenCalled()
  },
}

/** What was typed is shown with how it is read. */
export const ReadAs: Story = {
  args: {
    draft: inviteDraft({
      addresses: [
        address('ada@bücher.example', { readAs: 'ada@xn--bcher-kva.example' }),
        address('ada@exa\u00admple.org', { readAs: 'ada@example.org' }),
      ],
    }),
  },
}

export const RightToLeft: Story = { globals: { locale: 'ar', direction: 'rtl' } }
