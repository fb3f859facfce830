import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { countOf } from './look.ts'

/** The same page under brands that set tokens alone; the toolbar puts every other story under them too. */
const meta: Meta<typeof UsersSettings> = {
  title: 'Page/Brands',
  component: UsersSettings,
  parameters: { layout: 'fullscreen', scenario: 'many' },
  args: { onOpenUser: () => undefined },
  decorators: [
    (Story, { viewMode }) => (
      <div style={{ blockSize: viewMode === 'docs' ? 560 : '100dvh' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
  },
}
export default meta

type Story = StoryObj<typeof UsersSettings>

export const Meridian: Story = { globals: { brand: 'meridian' } }
export const MeridianInDark: Story = { globals: { brand: 'meridian', theme: 'dark' } }
export const Pomelo: Story = { globals: { brand: 'pomelo' } }
export const PomeloInDark: Story = { globals: { brand: 'pomelo', theme: 'dark' } }
