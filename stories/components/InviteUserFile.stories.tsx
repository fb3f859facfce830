import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { InviteUserDialog } from '../../src/components/invite-user/InviteUserDialog.tsx'
import { expectSeen } from '../expect-seen.ts'
import { address, file, inviteDialog, inviteDraft, manyAddresses, welcome } from './invite-draft-data.ts'

/** Addresses from a file or a paste. */
const meta: Meta<typeof InviteUserDialog> = {
  title: 'Components/InviteUserFile',
  component: InviteUserDialog,
  parameters: inOwnFrame,
  args: inviteDialog,
}
export default meta

type Story = StoryObj<typeof InviteUserDialog>

const field = () => screen.findByRole('textbox', { name: 'Email addresses' })

export const CsvFile: Story = {
  args: { draft: inviteDraft({ addresses: manyAddresses(213), file, message: welcome }) },
  play: async ({ userEvent, args }) => {
    await expectSeen(await screen.findByText('213 ready'))
    await expectSeen(screen.getByText('212 rows read, 2 left out:'))
    await expectSeen(screen.getByText('2 cells, but 4 columns'))
    await userEvent.click(screen.getByRole('radio', { name: 'Manager' }))
    await expect(args.draft.chooseColumn).toHaveBeenCalledWith(1)
    const more = screen.getByRole('button', { name: '209 more' })
    await userEvent.click(more)
    await expect(screen.getByRole('list', { name: 'Addresses' }).children).toHaveLength(213)
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }))
    ;(await field()).focus()
  },
}

/** Rows with a second address in another column are listed, since only one column is read. */
export const CsvFileWithFurtherAddresses: Story = {
  args: {
    draft: inviteDraft({
      addresses: manyAddresses(214),
      file: {
        ...file,
        rowsRead: 214,
        named: [],
        further: [
          { line: 12, text: 'bo.private@mail.example', fault: 'other_column' },
          { line: 40, text: 'carla@mail.example', fault: 'other_column' },
        ],
      },
    }),
  },
  play: async () => {
    await expectSeen(await screen.findByText('214 rows read, none left out'))
    await expectSeen(screen.getByText(/^2 rows have addresses in other columns/))
    await expect(screen.getAllByText('An address in another column')).toHaveLength(2)
  },
}

/** A file with more addresses than there is room for. They are added once others are removed. */
export const CsvFileTooLong: Story = {
  args: {
    draft: inviteDraft({ addresses: manyAddresses(400), file: { ...file, named: [], tooMany: 212 } }),
  },
  play: async () => {
    await expectSeen(await screen.findByText(/there is room for 100 more/))
  },
}

/** A file that is dragged over the dialog can be dropped anywhere in it. */
export const FileDraggedOver: Story = {
  args: { draft: inviteDraft() },
  play: async () => {
    const dialog = await screen.findByRole('dialog', { name: 'Invite user' })
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['lin.wei@acme.example'], 'agents.csv', { type: 'text/csv' }))
    dialog.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer }))
    await expectSeen(await screen.findByText('Drop the CSV file here'))
  },
}

/** Lines of a paste without an address are listed, and the further ones are counted. */
export const PastedNames: Story = {
  args: {
    draft: inviteDraft({
      addresses: [address('lin.wei@acme.example')],
      named: [
        'Ida Lund',
        'Tom Fox',
        'Lea Kim',
        'Bo Chen',
        'Ana Ruiz',
        'Max Weber',
        'Noor Aziz',
        'Eva Novák',
        'Jo Park',
      ].map((text, index) => ({ line: index + 2, text, fault: 'missing_at' })),
    }),
  },
  play: async ({ userEvent, args }) => {
    await expectSeen(await screen.findByText('9 lines have no address:'))
    await expectSeen(screen.getByText('1 more line left out'))
    await userEvent.click(screen.getByRole('button', { name: 'Remove these lines' }))
    await expect(args.draft.removeNamed).toHaveBeenCalledOnce()
    await expect(await field()).toHaveFocus()
  },
}

export const TooManyPasted: Story = {
  args: {
    draft: inviteDraft({
      text: Array.from({ length: 900 }, (_, index) => `p${index}@acme.example`).join('\n'),
      tooMany: 900,
    }),
  },
  play: async () => {
    await expectSeen(await screen.findByText(/At most 500 can be invited at once/))
    await expect(await field()).toHaveAttribute('aria-invalid', 'true')
  },
}

export const CsvFileRightToLeft: Story = {
  ...CsvFile,
  play: async () => expectSeen(await screen.findByText('new-agents.csv')),
  globals: { locale: 'ar', direction: 'rtl' },
}
