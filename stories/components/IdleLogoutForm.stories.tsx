import type { Meta, StoryObj } from '@storybook/react-vite'
import { type ComponentProps, useState } from 'react'
import { expect, fn } from 'storybook/test'
import { IdleLogoutForm } from '../../src/components/idle-logout/IdleLogoutForm.tsx'
import { expectSeen } from '../expect-seen.ts'
import { policy, unguarded } from './idle-policy-data.ts'

/** A form whose draft is kept as a host keeps it. */
function Stage(props: ComponentProps<typeof IdleLogoutForm>) {
  const [draft, setDraft] = useState(props.draft)
  return (
    <IdleLogoutForm
      {...props}
      draft={draft}
      onDraftChange={(next) => {
        setDraft(next)
        props.onDraftChange?.(next)
      }}
    />
  )
}

const meta: Meta<typeof IdleLogoutForm> = {
  title: 'Components/IdleLogoutForm',
  component: IdleLogoutForm,
  parameters: { layout: 'fullscreen' },
  args: {
    policy,
    companyName: 'Acme Support',
    viewerId: 'amara',
    onSave: fn(),
    onDraftChange: fn(),
    onPreview: fn(),
  },
  render: (args) => (
    <div style={{ display: 'flex', minBlockSize: 640 }}>
      <Stage {...args} />
    </div>
  ),
}
export default meta

type Story = StoryObj<typeof IdleLogoutForm>

const changed = { enabled: true, timeoutMinutes: 15, allowHold: false } as const

export const On: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('radio', { name: '30 minutes' })).toBeChecked()
    await expectSeen(canvas.getByText('34 sessions are signed in now.'))
    await expectSeen(canvas.getByText('Lucía Paredes'))
    await expect(canvas.queryByRole('button', { name: 'Save' })).toBeNull()
  },
}

export const Off: Story = {
  args: { policy: { ...unguarded, sessions: policy.sessions } },
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.queryByRole('radio')).toBeNull()
    await userEvent.click(canvas.getByRole('switch', { name: /^Log out inactive users/ }))
    await expect(canvas.getByRole('radio', { name: '15 minutes' })).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await expect(args.onSave).toHaveBeenCalledWith(changed)
  },
}

export const Unsaved: Story = {
  args: { draft: changed },
  play: async ({ canvas, userEvent, args }) => {
    await expectSeen(canvas.getByText('30 minutes → 15 minutes'))
    await expectSeen(canvas.getByText(/3 of them have been inactive for longer/))
    await userEvent.keyboard('{Tab}')
    await userEvent.click(canvas.getByRole('button', { name: 'Discard' }))
    await expect(args.onDraftChange).toHaveBeenLastCalledWith(undefined)
    await expect(canvas.getByRole('radio', { name: '30 minutes' })).toBeChecked()
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent }) => {
    canvas.getByRole('radio', { name: '30 minutes' }).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('radio', { name: '10 minutes' })).toBeChecked()
    await userEvent.keyboard('{ArrowUp}{ArrowUp}')
    await expect(canvas.getByRole('radio', { name: '15 minutes' })).toHaveFocus()
  },
}

export const HoldsAllowed: Story = {
  args: { draft: { enabled: true, timeoutMinutes: 30, allowHold: true } },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('region', { name: 'Unsaved change' })).toHaveTextContent(/Holds allowed/)
  },
}

/** The host forgot the guard: the sessions of people who work would end. */
export const FewReports: Story = {
  args: { policy: unguarded, draft: changed },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('2 of 34 sessions have reported activity.'))
    await expectSeen(canvas.getByText('IdleLogoutGuard'))
  },
}

export const NoReports: Story = {
  args: {
    policy: { ...unguarded, sessions: { open: 34, reporting: 0, idleOver: { 10: 34, 15: 34, 30: 34 } } },
    draft: changed,
  },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('None of the 34 sessions has reported activity.'))
  },
}

export const Saving: Story = { args: { draft: changed, isSaving: true } }

export const Failed: Story = {
  name: 'Error',
  args: {
    draft: changed,
    failure: 'The server is busy. Try again in a moment.',
  },
}

/** Someone else saved while the change was being made. */
export const Conflict: Story = {
  args: { policy: { ...policy, timeoutMinutes: 10 }, draft: changed, isConflict: true },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('Theirs: 10 minutes'))
    await expectSeen(canvas.getByText('Yours: 15 minutes'))
    await expectSeen(canvas.getByRole('button', { name: 'Save mine' }))
  },
}

export const ReadOnly: Story = {
  args: { onSave: undefined },
  play: async ({ canvas, userEvent }) => {
    const on = canvas.getByRole('switch', { name: /^Log out inactive users/ })
    await expect(on).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(on)
    await expect(on).toBeChecked()
  },
}

export const ChangedByYou: Story = { args: { viewerId: 'lucia' } }

/** The person who changed it was deleted since then. */
export const ChangedByNobodyKnown: Story = { args: { policy: { ...policy, updatedBy: { id: 'gone' } } } }

export const Narrow: Story = {
  args: { draft: changed },
  render: (args) => (
    <div style={{ display: 'flex', inlineSize: 358, minBlockSize: 720 }}>
      <Stage {...args} />
    </div>
  ),
}

export const RightToLeft: Story = { globals: { direction: 'rtl' }, args: { draft: changed } }
