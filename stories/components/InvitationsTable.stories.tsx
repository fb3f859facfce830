import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { selectionFrom } from '../../src/base/selection.ts'
import { InvitationsTable } from '../../src/components/invitations/InvitationsTable.tsx'
import { expectSeen } from '../expect-seen.ts'
import { invitation, invitations } from './invitation-data.ts'

const meta: Meta<typeof InvitationsTable> = {
  title: 'Components/InvitationsTable',
  component: InvitationsTable,
  parameters: { layout: 'fullscreen' },
  args: { invitations, onOpenInvitation: fn(), onSortChange: fn(), onSelectionChange: fn() },
  decorators: [
    (Story, { parameters }) => (
      <div style={{ maxInlineSize: parameters.width, blockSize: 600 }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof InvitationsTable>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'karel.novak@acme.example' }))
    await expect(args.onOpenInvitation).toHaveBeenCalledOnce()
    await expectSeen(canvas.getByText('Expired 2'))
    await userEvent.click(canvas.getByRole('button', { name: 'Expires' }))
    await expect(args.onSortChange).toHaveBeenCalledWith('expires')
  },
}

export const Selected: Story = {
  args: { defaultSelection: selectionFrom({ mode: 'include', ids: ['hyunwoo.park', 'giulia.romano'] }) },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('checkbox', { name: 'Select hyunwoo.park@acme.example' }),
    ).toBeChecked()
  },
}

/** The rows belong to an earlier search: they can be read, but not used. */
export const Waiting: Story = {
  args: { waiting: true },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'karel.novak@acme.example' }))
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select karel.novak@acme.example' }))
    await expect(args.onOpenInvitation).not.toHaveBeenCalled()
    await expect(args.onSelectionChange).not.toHaveBeenCalled()
  },
}

/** Rows that may be out of date have no "in 6 days". */
export const Stale: Story = {
  args: { stale: true },
  play: async ({ canvas }) => {
    await canvas.findByRole('button', { name: 'karel.novak@acme.example' })
    await expect(canvas.queryByText(/^in \d+ days/)).toBeNull()
  },
}

export const Loading: Story = {
  args: { loading: true },
  play: async ({ canvas }) => {
    await expect(canvas.queryByText(/^Expired/)).toBeNull()
  },
}

export const Empty: Story = { args: { invitations: [] } }

/** Nothing can be done with one of them, and its checkbox says why. */
export const Denied: Story = {
  args: {
    invitations: [
      invitation('hyunwoo.park', {
        actions: {
          resend: { allowed: false, reason: 'role_exceeds_yours' },
          delete: { allowed: false, reason: 'role_exceeds_yours' },
          change: { allowed: false, reason: 'role_exceeds_yours' },
        },
      }),
      ...invitations.slice(1, 4),
    ],
  },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('checkbox', { name: 'Select hyunwoo.park@acme.example' }))
    await expect(args.onSelectionChange).not.toHaveBeenCalled()
  },
}

/** Below the address is what has no column: delivery, and when the email was sent. */
export const Narrow: Story = {
  parameters: { width: 390 },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('Failed: mailbox full'))
    await expect(canvas.getAllByText('Expired')).toHaveLength(2)
  },
}

/** A backend that doesn't report how far emails got. */
export const NarrowWithoutDelivery: Story = {
  parameters: { width: 390 },
  args: { invitations: [invitation('a', { delivery: undefined })] },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText(/^Sent/))
  },
}

export const LongAddress: Story = {
  args: {
    invitations: [
      invitation('a', { email: `${'wolfeschlegelstein.'.repeat(4)}hausen@acme.example` }),
      invitation('b', { email: 'öffnungszeiten@bücher.example', teams: [] }),
    ],
  },
}
