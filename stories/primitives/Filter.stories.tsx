import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import { inPopupFrame } from '../../.storybook/in-own-frame.ts'
import { Filter, type FilterProps } from '../../src/primitives/filter/Filter.tsx'
import { expectSeen } from '../expect-seen.ts'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const roles = [
  'Agent',
  'Supervisor',
  'Admin',
  'Billing',
  'Night lead',
  'Quality coach',
  'Onboarder',
  'Trainer',
  'Auditor',
  'Partner',
  'Écrivain',
]
const options = roles.map((label, index) => ({ value: label.toLowerCase(), label, count: 96 - index * 7 }))

function Controlled(args: FilterProps) {
  const [value, setValue] = useState(args.value)
  const onValueChange = (next: string[]) => {
    setValue(next)
    args.onValueChange(next)
  }
  return <Filter {...args} value={value} onValueChange={onValueChange} />
}

const meta: Meta<typeof Filter> = {
  title: 'Primitives/Filter',
  component: Filter,
  args: { label: 'Role', options, value: [], searchLabel: 'Search 11 roles', onValueChange: fn() },
  render: (args) => (
    <div className="story-row">
      <Controlled {...args} />
    </div>
  ),
}
export default meta

type Story = StoryObj<typeof Filter>

export const Unset: Story = {}
export const Chosen: Story = { args: { value: ['agent', 'supervisor'] } }

export const Open: Story = {
  parameters: inPopupFrame,
  args: { value: ['agent', 'supervisor'] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /^Role/ }))
    await expect(await canvas.findByRole('combobox')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
  },
}

export const FewOptions: Story = {
  args: { options: options.slice(0, 4) },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Role' }))
    await expect(await canvas.findByRole('listbox')).toHaveFocus()
    await userEvent.keyboard('{ArrowDown} ')
    await expect(args.onValueChange).toHaveBeenLastCalledWith(['supervisor'])
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await canvas.findByRole('combobox')
    await userEvent.keyboard('ecri{Enter}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith(['écrivain'])
    await userEvent.keyboard('{Escape}')
    await expect(canvas.getByRole('button', { name: 'Role Écrivain' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.keyboard('{Enter}')
    await expect(args.onValueChange).toHaveBeenLastCalledWith([])
    await expect(canvas.getByRole('button', { name: 'Role' })).toHaveFocus()
  },
}

export const NothingFound: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'))
    await canvas.findByRole('combobox')
    await userEvent.keyboard('zzz')
    await waitFor(() => expectSeen(canvas.getByText('Nothing found')))
  },
}

export const InsideAShadowRoot: Story = {
  render: (args) => (
    <InShadowRoot>
      <Controlled {...args} />
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent, args }) => {
    const { canvas } = inShadow(canvasElement)
    await userEvent.click(canvas.getByRole('button'))
    await userEvent.type(await canvas.findByRole('combobox'), 'sup')
    await userEvent.click(canvas.getByRole('option', { name: 'Supervisor 89' }))
    await expect(args.onValueChange).toHaveBeenLastCalledWith(['supervisor'])
  },
}
