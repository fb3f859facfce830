import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen, waitFor } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { Button } from '../../src/primitives/button/Button.tsx'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { Sheet } from '../../src/primitives/sheet/Sheet.tsx'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'
import { expectSeen } from '../expect-seen.ts'

const meta: Meta<typeof Sheet> = {
  title: 'Primitives/Sheet',
  component: Sheet,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    title: 'Priya Raghunathan',
    actions: <IconButton icon="chevron-down" label="Next user" />,
    children: <TextField label="Message" />,
    footer: <Button variant="danger-quiet">Delete user</Button>,
  },
}
export default meta

type Story = StoryObj<typeof Sheet>

export const Default: Story = {
  play: async ({ userEvent, args }) => {
    await waitFor(() => expectSeen(screen.getByRole('dialog', { name: 'Priya Raghunathan' })))
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    await expect(args.onOpenChange).toHaveBeenLastCalledWith(false)
  },
}
