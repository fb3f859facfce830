import type { Meta, StoryObj } from '@storybook/react-vite'
import { RelativeTime } from '../../src/primitives/relative-time/RelativeTime.tsx'

const meta: Meta<typeof RelativeTime> = {
  title: 'Primitives/RelativeTime',
  component: RelativeTime,
  args: { value: '2026-03-14T14:17:00Z' },
}
export default meta

type Story = StoryObj<typeof RelativeTime>

export const MinutesAgo: Story = {}
export const Absolute: Story = { args: { absolute: true } }
export const Never: Story = { args: { value: null } }

export const Ages: Story = {
  render: () => (
    <div className="story-column">
      {['14T14:19:50', '14T13:32:00', '14T11:20:00', '13T09:00:00', '11T09:00:00', '02T09:00:00'].map(
        (day) => (
          <RelativeTime key={day} value={`2026-03-${day}Z`} />
        ),
      )}
      <RelativeTime value="2025-12-31T09:00:00Z" />
      <RelativeTime value={null} />
    </div>
  ),
}
