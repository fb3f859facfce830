import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import type { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import type { Role } from '../../src/contract/roles.ts'
import { expectSeen } from '../expect-seen.ts'
import { catalogue, priya, roles } from './panel-data.ts'
import { panelMeta } from './panel-meta.tsx'

const more: Role[] = [
  ['Night lead', 'Leads the night shift, assigns its conversations.'],
  ['Quality coach', 'Reads conversations and reviews them.'],
  ['Workforce planner', 'Plans shifts and sees their reports.'],
  ['Knowledge editor', 'Writes and publishes help articles.'],
  ['Analyst', 'Sees every report.'],
  ['Developer', 'Sets up channels and integrations.'],
  ['Auditor', 'Reads everything and changes nothing.'],
].map(([name = '', description = '']) => ({
  id: name.toLowerCase().replace(' ', '-'),
  type: 'company',
  isDefault: false,
  name,
  description,
  permissions: ['view_livechats', 'view_analytics'],
  actions: { assign: { allowed: true } },
}))

const meta: Meta<typeof UserPanel> = {
  ...panelMeta,
  title: 'Components/UserPanel/ManyRoles',
  args: { ...panelMeta.args, catalogue: { ...catalogue, roles: { rows: [...roles, ...more] } } },
}
export default meta

type Story = StoryObj<typeof UserPanel>

export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.queryAllByRole('radio')).toEqual([])
    await expect(canvas.getByRole('button', { name: 'Change role' })).toHaveAttribute(
      'aria-expanded',
      'false',
    )
    await expectSeen(canvas.getByText('Plan, invoices and payment methods.'))
  },
}

export const Open: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Change role' }))
    const search = canvas.getByRole('textbox', { name: 'Search 11 roles' })
    await expect(search).toHaveFocus()
    await expect(canvas.getAllByRole('radio')).toHaveLength(11)
    await userEvent.click(canvas.getByRole('radio', { name: /^Supervisor/ }))
    await expectSeen(canvas.getByText('Supervisor instead of Billing'))
    await expectSeen(canvas.getByText('Not saved yet'))
    await expect(args.roleChange?.change).not.toHaveBeenCalled()
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, args }) => {
    const opener = () => canvas.getByRole('button', { name: 'Change role' })
    opener().focus()
    await userEvent.keyboard('{Enter}{Escape}')
    await waitFor(() => expect(opener()).toHaveFocus())
    await expect(args.onClose).not.toHaveBeenCalled()

    await userEvent.keyboard('{Enter}audi')
    await expect(canvas.getAllByRole('radio')).toHaveLength(1)
    await userEvent.keyboard('{Escape}')
    await expect(canvas.getAllByRole('radio')).toHaveLength(11)
    await userEvent.keyboard('nobody')
    await expectSeen(canvas.getByText('No role matches your search.'))
    await userEvent.keyboard('{Escape}quality')
    await userEvent.click(canvas.getByRole('radio', { name: /^Quality coach/ }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(opener()).toHaveFocus())
    await expect(args.onClose).not.toHaveBeenCalled()
    await userEvent.keyboard('{Escape}')
    await expect(args.onClose).toHaveBeenCalledTimes(1)
  },
}

export const Save: Story = {
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Change role' }))
    await userEvent.click(canvas.getByRole('radio', { name: /^Analyst/ }))
    const preview = within(canvasElement.querySelector('.roster-roles-preview') as HTMLElement)
    await userEvent.click(preview.getByRole('button', { name: 'Change role' }))
    await expect(args.roleChange?.change).toHaveBeenLastCalledWith('analyst')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Change role' })).toHaveFocus())
    await expect(canvas.queryAllByRole('radio')).toEqual([])
  },
}

export const Sheet: Story = {
  args: { mode: 'sheet' },
  parameters: inOwnFrame,
  play: async ({ canvasElement, userEvent, args }) => {
    const page = within(canvasElement.ownerDocument.body)
    await userEvent.click(await page.findByRole('button', { name: 'Change role' }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(page.getByRole('button', { name: 'Change role' })).toHaveFocus())
    await expect(args.onClose).not.toHaveBeenCalled()
  },
}

export const Denied: Story = {
  args: {
    user: {
      ...priya,
      actions: { ...priya.actions, changeRole: { allowed: false, reason: 'role_exceeds_yours' } },
    },
  },
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole('button', { name: 'Change role' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await userEvent.click(button)
    await expect(canvas.queryAllByRole('radio')).toEqual([])
  },
}

export const RightToLeft: Story = { globals: { direction: 'rtl' }, play: Open.play }
export const Dark: Story = { globals: { theme: 'dark' }, play: Open.play }
