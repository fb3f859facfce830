import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'

const meta: Meta<typeof IconButton> = {
  title: 'Primitives/IconButton',
  component: IconButton,
  args: { icon: 'more', label: 'Table options', onClick: fn() },
}
export default meta

type Story = StoryObj<typeof IconButton>

export const Medium: Story = {}
export const Small: Story = { args: { size: 'small', icon: 'copy', label: 'Copy' } }
export const Disabled: Story = { args: { disabled: true } }

export const Labelled: Story = {
  name: 'Its label in a tooltip',
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    await expect(canvas.getByRole('button')).toHaveAccessibleName('Table options')
    await expect(await canvas.findByRole('tooltip')).toHaveTextContent('Table options')
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('tooltip')).toBeNull()
    await userEvent.tab()
    await userEvent.tab({ shift: true })
  },
}

export const Refused: Story = {
  args: { icon: 'trash', label: 'Delete', reason: 'Your role doesn’t allow this.' },
  play: async ({ canvas, userEvent, args }) => {
    const button = canvas.getByRole('button', { name: 'Delete' })
    await userEvent.click(button)
    await expect(button).toHaveAccessibleDescription(args.reason)
    await expect(args.onClick).not.toHaveBeenCalled()
  },
}
