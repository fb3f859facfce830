import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, screen, waitFor, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { Button } from '../../src/primitives/button/Button.tsx'
import { ConfirmDialog } from '../../src/primitives/confirm-dialog/ConfirmDialog.tsx'
import { Dialog, type DialogProps } from '../../src/primitives/dialog/Dialog.tsx'
import { Select } from '../../src/primitives/select/Select.tsx'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'
import { expectSeen } from '../expect-seen.ts'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const roles = [
  { value: 'agent', label: 'Agent', note: 'Answers livechats and tickets of their teams.' },
  { value: 'supervisor', label: 'Supervisor', note: 'Leads teams, sees every conversation and report.' },
]

function InviteDialog(args: DialogProps) {
  const [open, setOpen] = useState(args.open)
  const [sure, setSure] = useState(false)
  return (
    <>
      <Button variant="primary" icon="plus" onClick={() => setOpen(true)}>
        Invite user
      </Button>
      <Dialog
        {...args}
        open={open}
        onOpenChange={setOpen}
        footer={
          <>
            <Button onClick={() => setSure(true)}>Discard</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Send
            </Button>
          </>
        }
      >
        <TextField label="Email address" placeholder="ada@acme.example" />
        <Select label="Role" options={roles} defaultValue="agent" />
        <ConfirmDialog
          open={sure}
          onOpenChange={setSure}
          title="Discard this invitation?"
          text="What you typed is lost."
          confirmLabel="Discard invitation"
          onConfirm={() => {
            setSure(false)
            setOpen(false)
          }}
        />
      </Dialog>
    </>
  )
}

const meta: Meta<typeof Dialog> = {
  title: 'Primitives/Dialog',
  component: Dialog,
  parameters: inOwnFrame,
  args: { open: true, title: 'Invite user' },
  render: (args) => <InviteDialog {...args} />,
}
export default meta

type Story = StoryObj<typeof Dialog>

export const Medium: Story = {}
export const Wide: Story = {
  args: { size: 'wide', text: 'They get an email with a link to join Acme Support.' },
}
export const Narrow: Story = { args: { size: 'narrow', text: 'They get an email.' } }

export const LongTitle: Story = {
  args: {
    title:
      'Invite everyone whose name is so long that it takes more than one line of a dialog’s head to say it',
  },
}

export const ByKeyboard: Story = {
  args: { open: false },
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: 'Invite user' })
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Invite user' })
    await waitFor(() => expect(within(dialog).getByLabelText('Email address')).toHaveFocus())
    await userEvent.tab({ shift: true })
    await expect(within(dialog).getByRole('button', { name: 'Close' })).toHaveFocus()
    await userEvent.tab({ shift: true })
    await expect(within(dialog).getByRole('button', { name: 'Send' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(opener).toHaveFocus()
  },
}

export const Nested: Story = {
  play: async ({ userEvent }) => {
    const discard = await screen.findByRole('button', { name: 'Discard' })
    await userEvent.click(discard)
    const alert = await screen.findByRole('alertdialog', { name: 'Discard this invitation?' })
    await waitFor(() => expect(within(alert).getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await expect(discard).toHaveFocus()
    await userEvent.click(discard)
    const again = await screen.findByRole('alertdialog')
    await waitFor(() => expectSeen(again))
  },
}

export const InsideAShadowRoot: Story = {
  args: { open: false },
  render: (args) => (
    <InShadowRoot>
      <InviteDialog {...args} />
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const { canvas, root } = inShadow(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Invite user' }))
    const dialog = await canvas.findByRole('dialog')
    await waitFor(() => expect(root.activeElement).toBe(within(dialog).getByLabelText('Email address')))
  },
}
