import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn } from 'storybook/test'
import { SearchField, type SearchFieldProps } from '../../src/primitives/search-field/SearchField.tsx'

const meta: Meta<typeof SearchField> = {
  title: 'Primitives/SearchField',
  component: SearchField,
  args: { label: 'Search users', placeholder: 'Search name or email', value: '', onValueChange: fn() },
  render: function Render(args: SearchFieldProps) {
    const [value, setValue] = useState(args.value)
    const onValueChange = (next: string) => {
      setValue(next)
      args.onValueChange(next)
    }
    return (
      <div className="story-row">
        <SearchField {...args} value={value} onValueChange={onValueChange} />
      </div>
    )
  },
}
export default meta

type Story = StoryObj<typeof SearchField>

export const Empty: Story = { args: { shortcut: '/' } }
export const Filled: Story = { args: { value: 'okonkwo' } }

export const EscapeClears: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const field = canvas.getByRole('textbox', { name: 'Search users' })
    await userEvent.type(field, 'ada')
    await expect(args.onValueChange).toHaveBeenLastCalledWith('ada')
    await userEvent.keyboard('{Escape}')
    await expect(field).toHaveValue('')
    await userEvent.type(field, 'lovelace')
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search' }))
    await expect(field).toHaveValue('')
    await expect(field).toHaveFocus()
  },
}
