import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import type { Action } from '../../src/contract/actions.ts'
import { expectSeen } from '../expect-seen.ts'
import { activity, catalogue, conflictingEntry, memberOf, priya, roles, viewer } from './panel-data.ts'
import { panelMeta } from './panel-meta.tsx'
import { user } from './people.ts'

const denied = (reason: string): Action => ({ allowed: false, reason })

const meta: Meta<typeof UserPanel> = { ...panelMeta, title: 'Components/UserPanel/Role' }
export default meta

type Story = StoryObj<typeof UserPanel>

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
    await expectSeen(await canvas.findByText('Lucía Paredes just changed this role to Agent.'))
    await expectSeen(canvas.getByRole('button', { name: 'Keep Agent' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Change role' }))
    const dialog = within(await screen.findByRole('alertdialog'))
    await expectSeen(dialog.getByRole('heading', { name: 'Replace Agent with Supervisor?' }))
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
    await userEvent.click(dialog.getByRole('button', { name: 'Replace Agent' }))
    await waitFor(() => expect(args.roleChange?.change).toHaveBeenCalledWith('supervisor'))
  },
}

export const ChosenByOther: Story = {
  name: 'Your choice, made by someone else',
  args: ChangedUnderYou.args,
  render: ChangedUnderYou.render,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /^Agent/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Change it elsewhere' }))
    await expectSeen(await canvas.findByText('Lucía Paredes just changed this role to Agent.'))
    await expect(canvas.queryByText('Not saved yet')).toBeNull()
    await expect(canvas.getByRole('radio', { name: /^Agent/ })).toBeChecked()
  },
}

export const ChosenGone: Story = {
  name: 'The chosen role is deleted',
  render: function Gone(args) {
    const [isGone, setGone] = useState(false)
    const left = roles.filter(({ id }) => !isGone || id !== 'supervisor')
    return (
      <>
        <button type="button" onClick={() => setGone(true)}>
          Change it elsewhere
        </button>
        <UserPanel {...args} catalogue={{ ...catalogue, roles: { rows: left } }} />
      </>
    )
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('radio', { name: /^Supervisor/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Change it elsewhere' }))
    await expectSeen(
      await canvas.findByText('The role you chose is no longer available. Nothing was changed.'),
    )
    await expect(canvas.getByRole('radio', { name: /^Billing/ })).toBeChecked()
  },
}

export const ConflictWithStranger: Story = {
  name: 'Conflict, nobody known',
  args: { ...Conflict.args, activity: undefined },
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

export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: RolePreview.play }

export const Dark: Story = { globals: { theme: 'dark' }, play: RolePreview.play }
