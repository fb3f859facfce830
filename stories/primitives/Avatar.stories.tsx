import type { Meta, StoryObj } from '@storybook/react-vite'
import { waitFor } from 'storybook/test'
import { Avatar } from '../../src/primitives/avatar/Avatar.tsx'
import { expectSeen } from '../expect-seen.ts'

const picture =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"%3E%3Crect width="8" height="8" fill="%23d9b"/%3E%3Ccircle cx="4" cy="3" r="1.6" fill="%23fff"/%3E%3Ccircle cx="4" cy="8" r="3" fill="%23fff"/%3E%3C/svg%3E'

const meta: Meta<typeof Avatar> = {
  title: 'Primitives/Avatar',
  component: Avatar,
  args: { personId: 'u1', name: 'Amara Okafor' },
}
export default meta

type Story = StoryObj<typeof Avatar>

export const Initials: Story = {}
export const Picture: Story = { args: { src: picture } }

export const BrokenPicture: Story = {
  args: { src: 'data:image/png;base64,broken' },
  play: async ({ canvas }) => {
    await waitFor(() => expectSeen(canvas.getByText('AO')))
  },
}

export const Sizes: Story = {
  render: (args) => (
    <div className="story-row">
      <Avatar {...args} size="large" />
      <Avatar {...args} />
      <Avatar {...args} size="small" />
      <Avatar {...args} size="tiny" />
    </div>
  ),
}

export const Presence: Story = {
  render: (args) => (
    <div className="story-row">
      <Avatar {...args} size="large" presence="online" presenceLabel="Online" />
      <Avatar {...args} presence="online" presenceLabel="Online" />
      <Avatar {...args} presence="away" presenceLabel="Away" />
      <Avatar {...args} size="small" presence="away" presenceLabel="Away" />
    </div>
  ),
}

export const Names: Story = {
  name: 'Names of the world',
  render: () => (
    <div className="story-row">
      {[
        'Олена Шевченко',
        'Nguyễn Thị Mai Anh',
        'ليلى حداد',
        '田中 由紀',
        'Søren',
        'é',
        '👩🏽‍🚀 Mae',
        '',
        '!!',
      ].map((name) => (
        <Avatar key={name} personId={name} name={name} />
      ))}
    </div>
  ),
}

export const Hues: Story = {
  name: 'All twelve hues',
  render: () => (
    <div className="story-row">
      {Array.from({ length: 12 }, (_, hue) => (
        <Avatar key={String(hue)} personId={String(hue)} name="Ada Lovelace" data-hue={hue} />
      ))}
    </div>
  ),
}
