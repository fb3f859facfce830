import type { Meta, StoryObj } from '@storybook/react-vite'
import { drawings, type IconName } from '../../src/primitives/icon/drawings.ts'
import { Icon } from '../../src/primitives/icon/Icon.tsx'

const meta: Meta<typeof Icon> = { title: 'Primitives/Icon', component: Icon, args: { name: 'search' } }
export default meta

type Story = StoryObj<typeof Icon>

export const All: Story = {
  render: (args) => (
    <div className="story-row">
      {(Object.keys(drawings) as IconName[]).map((name) => (
        <span key={name} className="story-tile">
          <Icon {...args} name={name} />
          {name}
        </span>
      ))}
    </div>
  ),
}

export const Sizes: Story = {
  render: (args) => (
    <div className="story-row">
      <Icon {...args} />
      <Icon {...args} size="small" />
      <Icon {...args} size="tiny" />
    </div>
  ),
}
