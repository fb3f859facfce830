import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, fn, waitFor } from 'storybook/test'
import { inPopupFrame } from '../../.storybook/in-own-frame.ts'
import { IconButton } from '../../src/primitives/icon-button/IconButton.tsx'
import { Menu } from '../../src/primitives/menu/Menu.tsx'
import { MenuCheckboxItem } from '../../src/primitives/menu/MenuCheckboxItem.tsx'
import { MenuItem } from '../../src/primitives/menu/MenuItem.tsx'
import { MenuRule } from '../../src/primitives/menu/MenuRule.tsx'
import { MenuSegments } from '../../src/primitives/menu/MenuSegments.tsx'
import { MenuTitle } from '../../src/primitives/menu/MenuTitle.tsx'
import { expectSeen } from '../expect-seen.ts'
import { inShadow } from './in-shadow.ts'
import { InShadowRoot } from './in-shadow-root.tsx'

const onExport = fn()

function TableOptions({ align }: { align?: 'start' | 'end' }) {
  const [columns, setColumns] = useState(['Role', 'Teams', 'Last active'])
  const [density, setDensity] = useState<'cosy' | 'compact'>('cosy')
  return (
    <Menu
      label="Table options"
      align={align}
      trigger={(props) => <IconButton icon="more" label="Table options" {...props} />}
    >
      <MenuTitle>Columns</MenuTitle>
      {['Role', 'Teams', 'Last active', 'Joined'].map((column) => (
        <MenuCheckboxItem
          key={column}
          checked={columns.includes(column)}
          onCheckedChange={(checked) =>
            setColumns(checked ? [...columns, column] : columns.filter((other) => other !== column))
          }
        >
          {column}
        </MenuCheckboxItem>
      ))}
      <MenuRule />
      <MenuSegments
        label="Density"
        options={[
          { value: 'cosy', label: 'Cosy' },
          { value: 'compact', label: 'Compact' },
        ]}
        value={density}
        onValueChange={setDensity}
      />
      <MenuRule />
      <MenuItem
        icon="download"
        note="All 128 users, not only those on screen"
        end="128 users"
        onSelect={onExport}
      >
        Export CSV
      </MenuItem>
      <MenuItem icon="trash" tone="danger" reason="Your role doesn’t allow this." onSelect={fn()}>
        Delete all
      </MenuItem>
    </Menu>
  )
}

const meta: Meta<typeof Menu> = {
  title: 'Primitives/Menu',
  component: Menu,
  render: () => <TableOptions />,
  beforeEach: () => void onExport.mockClear(),
}
export default meta

type Story = StoryObj<typeof Menu>

export const Closed: Story = {}

export const Open: Story = {
  parameters: inPopupFrame,
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'))
    await waitFor(() => expectSeen(canvas.getByRole('menu')))
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent }) => {
    const opener = canvas.getByRole('button')
    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('menuitemcheckbox', { name: 'Role' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}{Enter}')
    await expect(canvas.getByRole('menuitemcheckbox', { name: 'Teams' })).not.toBeChecked()
    await userEvent.keyboard('co')
    await expect(canvas.getByRole('menuitemradio', { name: 'Cosy' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{Enter}')
    await expect(canvas.getByRole('menuitemradio', { name: 'Compact' })).toBeChecked()
    await userEvent.keyboard('{Escape}')
    await expect(opener).toHaveFocus()
    await expect(opener).toHaveAttribute('aria-expanded', 'false')
    await userEvent.keyboard('{ArrowUp}{ArrowUp}{Enter}')
    await expect(onExport).toHaveBeenCalledOnce()
    await expect(opener).toHaveFocus()
  },
}

export const AtTheEdge: Story = {
  render: () => (
    <div className="story-edge">
      <TableOptions align="end" />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button'))
    const box = canvas.getByRole('menu').getBoundingClientRect()
    await expect(box.left).toBeGreaterThanOrEqual(0)
    await expect(box.right).toBeLessThanOrEqual(document.documentElement.clientWidth)
  },
}

export const InsideAShadowRoot: Story = {
  render: () => (
    <InShadowRoot>
      <TableOptions />
    </InShadowRoot>
  ),
  play: async ({ canvasElement, userEvent }) => {
    const { canvas, root } = inShadow(canvasElement)
    await userEvent.click(canvas.getByRole('button'))
    await expect(root.activeElement).toHaveTextContent('Role')
    await userEvent.keyboard('{ArrowDown}')
    await expect(root.activeElement).toHaveTextContent('Teams')
  },
}
