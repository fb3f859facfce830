import type { Meta, StoryObj } from '@storybook/react-vite'
import { Banner } from '../../src/primitives/banner/Banner.tsx'
import { Button } from '../../src/primitives/button/Button.tsx'
import { onStage } from '../on-stage.tsx'

const meta: Meta<typeof Banner> = {
  title: 'Primitives/Banner',
  component: Banner,
  decorators: [onStage],
}
export default meta

type Story = StoryObj<typeof Banner>

export const Offline: Story = {
  args: {
    icon: 'offline',
    title: 'You’re offline.',
    text: 'Showing what was loaded at 14:20; changes need a connection.',
  },
}

export const Stale: Story = {
  args: {
    title: 'Showing what was loaded at 14:20.',
    text: 'The server didn’t answer.',
    action: <Button variant="quiet">Try again</Button>,
  },
}
