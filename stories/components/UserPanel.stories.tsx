import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import type { Action } from '../../src/contract/actions.ts'
import { PanelOnStage } from './PanelOnStage.tsx'
import { activity, catalogue, conflictingEntry, memberOf, priya, roles, viewer } from './panel-data.ts'
import { user } from './people.ts'

const denied = (reason: string): Action => ({ allowed: false, reason })
const refusing = (action: Action) => ({
  ...priya,
  actions: { delete: action, changeRole: action, changeTeams: action, endSessions: action },
})

const loading = { status: 'loading' as const, rows: [] }

const meta: Meta<typeof UserPanel> = {
  title: 'Components/UserPanel',
  component: UserPanel,
  parameters: { layout: 'fullscreen' },
  args: {
    user: priya,
    viewer,
    catalogue,
    navigation: { position: { index: 5, total: 128 }, previous: fn(), next: fn() },
    roleChange: { change: fn() },
    teamsChange: { change: fn() },
    sessionsEnd: { end: fn() },
    activity: { rows: activity },
    openFocus: 'stay',
    onClose: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', justifyContent: 'flex-end', blockSize: 800 }}>
        <Story />
      </div>
    ),
  ],
  render: PanelOnStage,
}
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

export const RolePreview: Story = {
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('radio', { name: /^Billing/ }).focus()
    await userEvent.keyboard('{ArrowUp}')
    await expect(canvas.getByRole('radio', { name: /^Supervisor/ })).toBeChecked()
    await expect(canvas.getByRole('list', { name: 'Gains 6' })).toHaveTextContent('View analytics')
    await expect(canvas.getByRole('list', { name: 'Loses 2' })).toHaveTextContent('Manage plan & billing')
    await expect(
      canvas.getByText('Leaves Billing desk and joins Escalations via the new role.'),
    ).toBeInTheDocument()
    await expect(canvas.getByText('Not saved yet')).toBeInTheDocument()
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
  },
}

export const ChangeRole: Story = {
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('radio', { name: /^Billing/ }).focus()
    await userEvent.keyboard('{ArrowUp}{Escape}')
    await expect(canvas.getByRole('radio', { name: /^Billing/ })).toHaveFocus()
    await expect(args.onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{ArrowUp}{Tab}{Enter}')
    await expect(args.roleChange?.change).toHaveBeenLastCalledWith('supervisor')
    await expect(canvas.queryByRole('button', { name: 'Change role' })).toBeNull()
    await expect(canvas.getByRole('radio', { name: /^Supervisor/ })).toHaveFocus()
  },
}

export const OwnRole: Story = {
  args: { user: { ...priya, ...viewer, role: { id: 'admin', name: 'Admin' }, teams: [] } },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole('radio', { name: /^Admin/ }).focus()
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.click(canvas.getByRole('button', { name: 'Change role' }))
    const dialog = await screen.findByRole('alertdialog', { name: 'Change your own role?' })
    await expect(dialog).toHaveTextContent('Your role changes from Admin to Agent immediately')
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Change my role' }))
    await expect(args.roleChange?.change).toHaveBeenLastCalledWith('agent')
    await waitFor(() => expect(canvas.getByRole('radio', { name: /^Agent/ })).toHaveFocus())
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

export const Conflict: Story = {
  args: {
    user: {
      ...priya,
      role: { id: 'agent', name: 'Agent' },
      teams: [memberOf('night'), memberOf('onboarding')],
    },
    roleChange: {
      change: fn(),
      status: 'conflict',
      conflict: { theirs: { id: 'agent', name: 'Agent' }, yours: { id: 'supervisor', name: 'Supervisor' } },
      keepTheirs: fn(),
      applyYours: fn(),
    },
    activity: { rows: [conflictingEntry, ...activity] },
  },
  play: async ({ canvas, userEvent, args }) => {
    await expect(
      canvas.getByRole('group', { name: 'Lucía Paredes changed this role at the same time as you.' }),
    ).toHaveTextContent('Before, it was Billing.')
    await expect(canvas.getByRole('group')).toHaveTextContent('Saved 2 min ago')
    canvas.getByRole('button', { name: 'Keep theirs' }).focus()
    await userEvent.keyboard('{Enter}{Tab}{Enter}')
    await expect(args.roleChange?.keepTheirs).toHaveBeenCalledOnce()
    await expect(args.roleChange?.applyYours).toHaveBeenCalledOnce()
  },
}

export const ChangedUnderYou: Story = {
  name: 'Changed by someone else under a choice',
  args: { activity: { rows: [conflictingEntry, ...activity] } },
  render: function Overtaken(args) {
    const [user, setUser] = useState(priya)
    return (
      <>
        <button type="button" onClick={() => setUser({ ...priya, role: { id: 'agent', name: 'Agent' } })}>
          Change it elsewhere
        </button>
        <UserPanel {...args} user={user} />
      </>
    )
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /^Supervisor/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Change it elsewhere' }))
    await expect(await canvas.findByText('Lucía Paredes just changed this role to Agent.')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Keep Agent' })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Change role' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await expect(dialog.getByRole('heading', { name: 'Replace Agent with Supervisor?' })).toBeVisible()
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Replace Agent' }))
    await waitFor(() => expect(args.roleChange?.change).toHaveBeenCalledWith('supervisor'))
  },
}

export const ConflictWithStranger: Story = {
  name: 'Conflict, nobody known',
  args: { ...Conflict.args, activity: undefined },
}

export const ViaRole: Story = {
  args: {
    user: {
      ...priya,
      teams: [
        memberOf('billing_desk', { direct: false, viaRole: true }),
        memberOf('night', { direct: true, viaRole: true }),
        memberOf('weekend'),
      ],
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    const locked = canvas.getByRole('checkbox', { name: 'Billing desk' })
    await expect(locked).toHaveAccessibleDescription(/Everyone with the role Billing is in this team/)
    locked.focus()
    await userEvent.keyboard(' ')
    await expect(locked).toBeChecked()
    await expect(args.teamsChange?.change).not.toHaveBeenCalled()
    await userEvent.keyboard('{Tab} ')
    await expect(args.teamsChange?.change).toHaveBeenLastCalledWith({ add: [], remove: ['night'] })
  },
}

export const Teams: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(4)
    canvas.getByRole('textbox', { name: 'Search 9 teams' }).focus()
    await userEvent.keyboard('WEEK{Tab}{Tab} ')
    await expect(args.teamsChange?.change).toHaveBeenLastCalledWith({ add: ['weekend'], remove: [] })
    await userEvent.clear(canvas.getByRole('textbox'))
    await expect(canvas.getByRole('checkbox', { name: 'Weekend cover' })).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 9 teams' }))
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(9)
  },
}

export const ManyTeams: Story = {
  args: {
    catalogue: {
      ...catalogue,
      teams: {
        rows: Array.from({ length: 40 }, (_, index) => ({
          id: `t${index}`,
          name: `Team ${index} of forty`,
          roleIds: [],
        })),
      },
    },
    user: {
      ...priya,
      teams: Array.from({ length: 40 }, (_, index) => ({
        id: `t${index}`,
        name: `Team ${index} of forty`,
        direct: true,
        viaRole: false,
      })),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(8)
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 40 teams' }))
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(40)
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

export const LastAdmin: Story = {
  args: {
    user: {
      ...user(0),
      ...viewer,
      role: { id: 'admin', name: 'Admin' },
      actions: { ...priya.actions, changeRole: denied('last_admin'), delete: denied('self') },
    },
    onDeleteUser: fn(),
  },
  play: async ({ canvas, userEvent }) => {
    const admin = canvas.getByRole('radio', { name: /^Admin/ })
    await userEvent.click(admin)
    await expect(
      screen.getAllByText(/^There must be at least one Admin/).some((text) => text.closest(':popover-open')),
    ).toBe(true)
    await expect(canvas.getByRole('button', { name: 'Delete user' })).toHaveAccessibleDescription(
      /^You can’t do this to yourself/,
    )
  },
}

export const RoleAboveYours: Story = {
  args: {
    catalogue: {
      ...catalogue,
      roles: {
        rows: roles.map((role) =>
          role.id === 'admin' ? { ...role, actions: { assign: denied('role_exceeds_yours') } } : role,
        ),
      },
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    const admin = canvas.getByRole('radio', { name: /^Admin/ })
    await userEvent.click(admin)
    await expect(admin).not.toBeChecked()
    await expect(admin).toHaveAccessibleDescription(/^This role has permissions that yours doesn’t/)
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
  },
}

export const UnknownRole: Story = {
  args: { user: { ...priya, role: { id: 'gone', name: '' }, teams: [] } },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('radio', { name: /^Unknown role/ })).toBeChecked()
    await userEvent.click(canvas.getByRole('radio', { name: /^Agent/ }))
    await expect(canvas.getByRole('list', { name: 'Will have 5' })).toBeInTheDocument()
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

export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: RolePreview.play }

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
export const Dark: Story = { globals: { theme: 'dark' }, play: RolePreview.play }
