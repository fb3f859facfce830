import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { inPopupFrame } from '../../.storybook/in-own-frame.ts'
import { MoreChip } from '../../src/primitives/chip/MoreChip.tsx'
import { MenuTitle } from '../../src/primitives/menu/MenuTitle.tsx'
import { Popover } from '../../src/primitives/popover/Popover.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof Popover> = {
  title: 'Primitives/Popover',
  component: Popover,
  args: {
    label: 'Also in',
    trigger: (props) => <MoreChip count={2} label="2 more teams" {...props} />,
    children: (
      <>
        <MenuTitle>Also in</MenuTitle>
        <p className="story-text">Weekend cover</p>
        <p className="story-text">Support desk</p>
      </>
    ),
  },
}
export default meta

type Story = StoryObj<typeof Popover>

export const Closed: Story = {}

export const Open: Story = {
  parameters: inPopupFrame,
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button', { name: '2 more teams' })
    await userEvent.click(opener)
    await waitFor(() => expectSeen(canvas.getByRole('dialog', { name: 'Also in' })))
    await userEvent.click(opener)
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull())
    await userEvent.click(opener)
    await waitFor(() => expectSeen(canvas.getByRole('dialog')))
  },
}
