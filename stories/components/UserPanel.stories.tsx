import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import type { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import type { Action } from '../../src/contract/actions.ts'
import { everyUserAction } from '../../src/contract/users.ts'
import { priya, roles } from './panel-data.ts'
import { panelMeta } from './panel-meta.tsx'

const denied = (reason: string): Action => ({ allowed: false, reason })
const refusing = (action: Action) => ({ ...priya, actions: everyUserAction(action) })

const loading = { status: 'loading' as const, rows: [] }

const meta: Meta<typeof UserPanel> = { ...panelMeta, title: 'Components/UserPanel' }
export default meta

type Story = StoryObj<typeof UserPanel>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const panel = canvas.getByRole('complementary', { name: 'Priya Raghunathan' })
    await expect(panel).toHaveTextContent('6 of 128')
    await expect(panel).toHaveTextContent('Last active 24 min ago')
    await expect(canvas.getByRole('radio', { name: /^Billing/ })).toBeChecked()
    canvas.getByRole('radio', { name: /^Billing/ }).focus()
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await expect(args.navigation?.next).toHaveBeenCalledOnce()
    await expect(canvas.getByRole('radio', { name: /^Billing/ })).toBeChecked()
    await userEvent.keyboard('{Escape}')
    await expect(args.onClose).toHaveBeenCalledOnce()
  },
}

export const Saving: Story = {
  args: {
    roleChange: { change: fn(), status: 'saving' },
    teamsChange: { change: fn(), status: 'saving' },
    sessionsEnd: { end: fn(), status: 'saving' },
  },
}

export const Saved: Story = {
  args: { roleChange: { change: fn(), status: 'saved' }, teamsChange: { change: fn(), status: 'saved' } },
}

export const Failed: Story = {
  args: {
    roleChange: {
      change: fn(),
      status: 'failed',
      error: { code: 'role_exceeds_yours', reason: 'role_exceeds_yours' },
    },
    teamsChange: { change: fn(), status: 'failed', error: { code: 'network' }, retry: fn(), dismiss: fn() },
    sessionsEnd: {
      end: fn(),
      status: 'failed',
      error: { code: 'cancelled', params: { reason: 'Not before the shift ends.' } },
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(
      canvas.getByText('This role has permissions that yours doesn’t. Ask someone who has them.'),
    ).toBeInTheDocument()
    await expect(canvas.getByText('Not before the shift ends.')).toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.teamsChange?.retry).toHaveBeenCalledOnce()
  },
}

export const ReadOnly: Story = {
  name: 'Denied',
  args: { user: refusing(denied('missing_permission')), onDeleteUser: fn() },
  play: async ({ canvas, userEvent, args }) => {
    const sentence = /Your role doesn’t allow this/
    const current = canvas.getByRole('radio', { name: /^Billing/ })
    await expect(current).toHaveAccessibleDescription(sentence)
    current.focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect(canvas.getByRole('radio', { name: /^Billing/ })).toBeChecked()
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Onboarding' }))
    await expect(args.teamsChange?.change).not.toHaveBeenCalled()
    for (const name of ['Sign out everywhere', 'Delete user'])
      await expect(canvas.getByRole('button', { name })).toHaveAccessibleDescription(sentence)
  },
}

export const WithoutControls: Story = {
  args: {
    roleChange: undefined,
    teamsChange: undefined,
    sessionsEnd: undefined,
    navigation: undefined,
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('radio')).toBeNull()
    await expect(canvas.queryByRole('checkbox')).toBeNull()
    await expect(canvas.queryByRole('button', { name: 'Sign out everywhere' })).toBeNull()
  },
}

export const Loading: Story = {
  args: { user: undefined, activity: loading },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getByRole('complementary', { name: 'Loading user' })).toBeInTheDocument()
    await userEvent.click(canvas.getByRole('button', { name: 'Close' }))
    await expect(args.onClose).toHaveBeenCalledOnce()
  },
}

export const LoadingRest: Story = {
  name: 'Loading, the row is known',
  args: {
    catalogue: { roles: loading, teams: loading, permissions: loading },
    activity: loading,
  },
}

const failure = { status: 'error' as const, rows: [], error: { code: 'unavailable' }, refetch: fn() }

export const RolesAndTeamsFailed: Story = {
  name: 'Roles and teams could not be loaded',
  args: { catalogue: { roles: failure, teams: failure } },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByText(/^The roles couldn’t be loaded/)).toBeInTheDocument()
    await expect(canvas.getByText(/^The teams couldn’t be loaded/)).toBeInTheDocument()
    await expect(canvas.getByText('Billing desk')).toBeInTheDocument()
    const [roles] = canvas.getAllByRole('button', { name: 'Try again' })
    if (roles) await userEvent.click(roles)
    await expect(failure.refetch).toHaveBeenCalledOnce()
  },
}

export const CouldNotLoad: Story = {
  args: {
    user: undefined,
    status: 'error',
    error: { code: 'network', requestId: 'req_7f3k' },
    refetch: fn(),
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await expect(args.refetch).toHaveBeenCalledOnce()
  },
}

export const Deleted: Story = {
  name: 'Deleted by someone else',
  args: { error: { code: 'not_found' } },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Priya Raghunathan was deleted')).toBeInTheDocument()
    await expect(canvas.queryByRole('radio')).toBeNull()
  },
}

export const NotFound: Story = { args: { user: undefined, status: 'error', error: { code: 'not_found' } } }

export const NeverSignedIn: Story = {
  args: { user: { ...priya, lastActiveAt: null, presence: undefined } },
}

export const ActivityEmpty: Story = { args: { activity: { rows: [] } } }

export const ActivityFailed: Story = {
  args: { activity: { status: 'error', rows: [], error: { code: 'timeout' }, refetch: fn() } },
}

export const SignOutEverywhere: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Sign out everywhere' }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Sign Priya Raghunathan out everywhere?' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Sign out everywhere' }))
    await expect(args.sessionsEnd?.end).toHaveBeenCalledOnce()
    await expect(args.onClose).not.toHaveBeenCalled()
  },
}

export const SignedOut: Story = {
  args: { sessionsEnd: { end: fn(), status: 'saved' }, onDeleteUser: fn() },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Signed out everywhere')).toBeInTheDocument()
  },
}

export const WithDelete: Story = { args: { onDeleteUser: fn() } }

export const HostSections: Story = {
  name: 'With a section of the host',
  args: {
    sections: [
      { id: 'seat', title: 'Seat', render: ({ name }) => <p className="story-text">{name} has one.</p> },
    ],
  },
}

export const Sheet: Story = {
  parameters: inOwnFrame,
  args: { mode: 'sheet', onDeleteUser: fn() },
  play: async ({ userEvent, args }) => {
    const sheet = within(await screen.findByRole('dialog', { name: 'Priya Raghunathan' }))
    await waitFor(() => expect(sheet.getByRole('heading', { level: 2 })).toHaveFocus())
    await userEvent.click(sheet.getByRole('radio', { name: /^Supervisor/ }))
    await userEvent.keyboard('{Escape}')
    await expect(sheet.getByRole('radio', { name: /^Billing/ })).toBeChecked()
    await expect(args.onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await expect(args.onClose).toHaveBeenCalledOnce()
  },
}

const long = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim()

export const LongNames: Story = {
  args: {
    user: {
      ...priya,
      name: long,
      email: `${'a'.repeat(64)}@${'b'.repeat(60)}.example`,
      role: { id: 'long', name: long },
      teams: [{ id: 'l', name: long, direct: false, viaRole: true }],
    },
    catalogue: {
      roles: {
        rows: [
          ...roles,
          { ...(roles[1] ?? roles[0]), id: 'long', name: long, description: long } as (typeof roles)[number],
        ],
      },
      teams: { rows: [{ id: 'l', name: long, roleIds: ['long'] }] },
    },
    onDeleteUser: fn(),
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /^Agent/ }))
    const body = canvasElement.querySelector('.roster-panel-body')
    await expect(body?.scrollWidth).toBe(body?.clientWidth)
  },
}

export const PseudoLocale: Story = { globals: { locale: 'en-XA' } }
