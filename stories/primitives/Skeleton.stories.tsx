import type { Meta, StoryObj } from '@storybook/react-vite'
import { Skeleton } from '../../src/primitives/skeleton/Skeleton.tsx'

const meta: Meta<typeof Skeleton> = { title: 'Primitives/Skeleton', component: Skeleton }
export default meta

type Story = StoryObj<typeof Skeleton>

export const Line: Story = {}

export const Shapes: Story = {
  render: () => (
    <div className="story-row">
      <Skeleton shape="box" />
      <Skeleton shape="avatar" />
      <Skeleton shape="count" />
      <span className="story-lines">
        <Skeleton length={5} />
        <Skeleton length={8} faint />
      </span>
    </div>
  ),
}
