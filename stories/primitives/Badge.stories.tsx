import type { Meta, StoryObj } from '@storybook/react-vite'
import { Badge } from '../../src/primitives/badge/Badge.tsx'

const meta: Meta<typeof Badge> = { title: 'Primitives/Badge', component: Badge, args: { children: 'You' } }
export default meta

type Story = StoryObj<typeof Badge>

export const Neutral: Story = {}
export const Accent: Story = { args: { tone: 'accent', children: 'New' } }
export const Warning: Story = { args: { tone: 'warning', children: 'Changed' } }
