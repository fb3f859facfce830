import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { Tooltip } from '../../src/primitives/tooltip/Tooltip.tsx'
import { expectSeen } from '../expect-seen.ts'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const meta: Meta<typeof Tooltip> = {
  title: 'Primitives/Tooltip',
  component: Tooltip,
  args: {
    text: 'Acme Support needs at least one Admin. Give someone else the role first.',
    children: (anchor) => (
      <button type="button" className="roster-button" {...anchor}>
        Admin
      </button>
    ),
  },
}
export default meta

type Story = StoryObj<typeof Tooltip>

export const OnFocus: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.tab()
    const tooltip = canvas.getByRole('tooltip')
    await waitFor(() => expectSeen(tooltip))
    await expect(canvas.getByRole('button')).toHaveAccessibleDescription(/at least one Admin/)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(tooltip).not.toBeVisible())
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    await waitFor(() => expectSeen(tooltip))
  },
}

export const OnHover: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.hover(canvas.getByRole('button'))
    const tooltip = canvas.getByRole('tooltip', { hidden: true })
    await waitFor(() => expectSeen(tooltip))
    await userEvent.hover(tooltip)
    await waitFor(() => expectSeen(tooltip))
  },
}

export const InsideAShadowRoot: Story = {
  render: (args) => (
    <InShadowRoot>
      <Tooltip {...args} />
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const { canvas } = inShadow(canvasElement)
    await userEvent.hover(canvas.getByRole('button'))
    await waitFor(() => expectSeen(canvas.getByRole('tooltip', { hidden: true })))
  },
}
