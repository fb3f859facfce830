import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { storyTime } from '../../.storybook/story-time.ts'
import { Button } from '../../src/primitives/button/Button.tsx'
import { Chip } from '../../src/primitives/chip/Chip.tsx'
import { RelativeTime } from '../../src/primitives/relative-time/RelativeTime.tsx'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { TextField } from '../../src/primitives/text-field/TextField.tsx'
import { expectSeen } from '../expect-seen.ts'

const clock = () => storyTime

const meta: Meta<typeof RosterUI> = {
  title: 'Primitives/RosterUI',
  component: RosterUI,
  args: {
    now: clock,
    timeZone: 'UTC',
    className: 'story-root',
    children: (
      <div className="story-column">
        <TextField label="Message" optional placeholder="Welcome!" />
        <Chip>Support EMEA</Chip>
        <RelativeTime value="2026-03-02T09:00:00Z" />
        <Button variant="primary">Invite user</Button>
      </div>
    ),
  },
}
export default meta

type Story = StoryObj<typeof RosterUI>

export const Light: Story = { args: { theme: 'light' } }
export const Dark: Story = { args: { theme: 'dark' } }
/** Light or dark, by the setting of the operating system. */
export const System: Story = { args: { theme: 'system' } }
export const Compact: Story = { args: { density: 'compact' } }
export const ForTouch: Story = { args: { density: 'touch' } }
export const MoreContrast: Story = { args: { contrast: 'more' } }
export const RightToLeft: Story = { args: { dir: 'rtl' } }

/** A brand is a few tokens, by their names without `--roster-`. */
export const Branded: Story = {
  args: { brand: { accent: 'rebeccapurple', radius: '16px' } },
  play: async ({ canvas }) => {
    const { backgroundColor } = getComputedStyle(canvas.getByRole('button', { name: 'Invite user' }))
    await expect(backgroundColor).toContain('102')
  },
}

/** What one's own root says holds below it alone. */
export const InItsOwnWords: Story = {
  args: { messages: { fields: { optional: 'if you like' } } },
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText('if you like'))
  },
}
