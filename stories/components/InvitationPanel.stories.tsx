import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn, screen } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { storyTime } from '../../.storybook/story-time.ts'
import { InvitationDetails } from '../../src/components/user-panel/invitation/InvitationDetails.tsx'
import { ShownInvitation } from '../../src/components/user-panel/invitation/ShownInvitation.tsx'
import { UserPanelFrame } from '../../src/components/user-panel/UserPanelFrame.tsx'
import type { ActivityEntry } from '../../src/contract/activity.ts'
import { expectSeen } from '../expect-seen.ts'
import { invitation, invitations } from './invitation-data.ts'
import { permissions, roles, teams } from './panel-data.ts'

const [, karel = invitation('karel.novak')] = invitations
const amara = { kind: 'user', id: 'user-0', name: 'Amara Okafor' } as const
const lucia = { kind: 'user', id: 'u3', name: 'Lucía Paredes' } as const
const system = { kind: 'system', id: 'mail' } as const
const ago = (minutes: number) => new Date(storyTime - minutes * 60_000).toISOString()
const failed = (id: string, at: string): ActivityEntry => ({
  id,
  at,
  action: 'invitation_failed',
  actor: system,
  after: { reason: 'mailbox full' },
})

const history: ActivityEntry[] = [
  failed('5', ago(0)),
  { id: '4', at: ago(0), action: 'invitation_resent', actor: amara },
  {
    id: '3',
    at: ago(6_000),
    action: 'invitation_changed',
    actor: lucia,
    before: { role: { id: 'agent', name: 'Agent' } },
    after: { role: { id: 'billing', name: 'Billing' } },
  },
  failed('2', ago(7_000)),
  {
    id: '1',
    at: ago(7_001),
    action: 'invitation_created',
    actor: amara,
    after: { role: { id: 'agent', name: 'Agent' } },
  },
]

type Args = ComponentProps<typeof InvitationDetails> &
  Pick<ComponentProps<typeof ShownInvitation>, 'status' | 'error'> & { mode?: 'beside' | 'sheet' }

const meta: Meta<Args> = {
  title: 'Components/InvitationPanel',
  parameters: { layout: 'fullscreen' },
  args: {
    invitation: karel,
    status: 'ready',
    error: null,
    viewer: { id: 'user-0', name: 'Amara Okafor' },
    catalogue: { roles: { rows: roles }, teams: { rows: teams }, permissions: { rows: permissions } },
    activity: { rows: history },
    roleChange: { status: 'idle', change: fn() },
    teamsChange: { status: 'idle', change: fn() },
    onResend: fn(),
    onDelete: fn(),
  },
  render: function Panel({ status, error, mode = 'beside', invitation: given, ...details }) {
    const [isOpen, setOpen] = useState(true)
    const close = () => setOpen(false)
    if (!isOpen) return <p>Closed</p>
    return (
      <div style={{ display: 'flex', blockSize: 800, inlineSize: mode === 'beside' ? 420 : '100%' }}>
        <UserPanelFrame
          mode={mode}
          onClose={close}
          onDismiss={close}
          navigation={{ position: { index: 1, total: 8 }, previous: fn(), next: fn() }}
        >
          {(parts) => (
            <ShownInvitation
              parts={parts}
              invitation={status === 'ready' ? given : null}
              viewerId={details.viewer?.id}
              status={status}
              error={error}
              refetch={fn()}
              position={{ index: 1, total: 8 }}
            >
              <InvitationDetails invitation={given} {...details} />
            </ShownInvitation>
          )}
        </UserPanelFrame>
      </div>
    )
  },
}
export default meta

type Story = StoryObj<Args>

export const Failed: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByText('Mail server: mailbox full'))
    await userEvent.click(canvas.getByRole('combobox', { name: /^Role/ }))
    await userEvent.click(await canvas.findByRole('option', { name: 'Agent' }))
    await expect(args.roleChange?.change).toHaveBeenCalledWith('agent')
    await userEvent.click(canvas.getByRole('button', { name: 'Resend invitation' }))
    await expect(args.onResend).toHaveBeenCalledOnce()
    await userEvent.click(canvas.getByRole('button', { name: 'Delete invitation' }))
    await expect(args.onDelete).toHaveBeenCalledOnce()
  },
}

export const Sent: Story = { args: { invitation: invitation('giulia.romano') } }

export const Queued: Story = {
  args: {
    invitation: invitation('ama.mensah', {
      sentAt: undefined,
      delivery: { state: 'queued', reason: '451 4.7.1 Try again later', nextTryAt: ago(-5) },
    }),
  },
}

export const Expired: Story = { args: { invitation: invitations[6] ?? karel } }

/** It was sent a moment ago. */
export const InCooldown: Story = {
  args: { cooldown: 42 },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Resend invitation ?again in 0:42$/ }))
    await expect(args.onResend).not.toHaveBeenCalled()
  },
}

/** Someone else has changed the role at the same time. */
export const Conflict: Story = {
  args: {
    roleChange: {
      status: 'conflict',
      change: fn(),
      keepTheirs: fn(),
      applyYours: fn(),
      conflict: { theirs: { id: 'billing', name: 'Billing' }, yours: { id: 'agent', name: 'Agent' } },
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: /mine/ }))
    await expect(args.roleChange?.applyYours).toHaveBeenCalledOnce()
  },
}

/** Nothing may be changed, and each control says why. */
export const Denied: Story = {
  args: {
    invitation: invitation('hyunwoo.park', {
      actions: {
        resend: { allowed: false, reason: 'role_exceeds_yours' },
        delete: { allowed: false, reason: 'role_exceeds_yours' },
        change: { allowed: false, reason: 'role_exceeds_yours' },
      },
    }),
  },
}

/** The backend can't change invitations, and keeps no history. */
export const ReadOnly: Story = {
  args: {
    roleChange: undefined,
    teamsChange: undefined,
    activity: undefined,
    onResend: undefined,
    onDelete: undefined,
  },
}

/** The names of its teams are known before the list of teams is loaded. */
export const TeamsLoading: Story = {
  args: { catalogue: { roles: { rows: roles }, teams: { rows: [], status: 'loading' } } },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('Onboarding'))
    await expectSeen(canvas.getByText('Billing desk'))
  },
}

/** The backend can change teams of an invitation, but not list all teams. */
export const TeamsUnsupported: Story = {
  args: { catalogue: { roles: { rows: roles }, teams: { rows: [], isSupported: false } } },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('Onboarding'))
    await expect(canvas.queryByRole('button', { name: /^Teams/ })).toBeNull()
  },
}

export const Saving: Story = { args: { roleChange: { status: 'saving', change: fn() }, sending: true } }

export const SaveFailed: Story = {
  args: {
    teamsChange: { status: 'failed', error: { code: 'network' }, change: fn(), retry: fn(), dismiss: fn() },
  },
}

/** It was accepted while the panel was open. */
export const Ended: Story = {
  args: {
    invitation: invitation('giulia.romano', { status: 'accepted' }),
    activity: {
      rows: [
        {
          id: '9',
          at: ago(1),
          action: 'invitation_accepted',
          actor: { kind: 'user', id: 'u9', name: 'Giulia Romano' },
        },
        ...history.slice(3),
      ],
    },
  },
}

export const Loading: Story = { args: { status: 'loading', activity: { rows: [], status: 'loading' } } }

export const NotFound: Story = {
  args: { status: 'error', error: { code: 'invitation_not_found' } },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('This invitation has ended'))
  },
}

export const LoadFailed: Story = {
  args: { status: 'error', error: { code: 'network', requestId: 'req_7fk2m9qd' } },
}

export const Sheet: Story = {
  parameters: inOwnFrame,
  args: { mode: 'sheet' },
  play: async () => {
    await screen.findByRole('dialog', { name: karel.email })
  },
}
