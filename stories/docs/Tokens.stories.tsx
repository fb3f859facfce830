import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import { ContrastTable } from './ContrastTable.tsx'
import { TokenTable } from './TokenTable.tsx'

const meta: Meta = { title: 'Docs/Tokens', tags: ['!autodocs'] }
export default meta

type Story = StoryObj

export const All: Story = { render: () => <TokenTable /> }

export const Contrast: Story = {
  render: () => <ContrastTable />,
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByRole('row').length).toBeGreaterThan(20)
    await expect(canvasElement.querySelectorAll('[data-failed]')).toHaveLength(0)
  },
}

export const ContrastInDark: Story = {
  name: 'Contrast in dark',
  ...Contrast,
  globals: { theme: 'dark' },
}
