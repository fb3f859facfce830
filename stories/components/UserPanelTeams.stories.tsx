import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect } from 'storybook/test'
import type { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import { catalogue, memberOf, priya } from './panel-data.ts'
import { panelMeta } from './panel-meta.tsx'

const meta: Meta<typeof UserPanel> = { ...panelMeta, title: 'Components/UserPanel/Teams' }
export default meta

type Story = StoryObj<typeof UserPanel>

export const ViaRole: Story = {
  args: {
    user: {
      ...priya,
      teams: [
        memberOf('billing_desk', { direct: false, viaRole: true }),
        memberOf('night', { direct: true, viaRole: true }),
        memberOf('weekend'),
      ],
    },
  },
  play: async ({ canvas, userEvent, args }) => {
    const locked = canvas.getByRole('checkbox', { name: 'Billing desk' })
    await expect(locked).toHaveAccessibleDescription(/Everyone with the role Billing is in this team/)
    locked.focus()
    await userEvent.keyboard(' ')
    await expect(locked).toBeChecked()
    await expect(args.teamsChange?.change).not.toHaveBeenCalled()
    await userEvent.keyboard('{Tab} ')
    await expect(args.teamsChange?.change).toHaveBeenLastCalledWith({ add: [], remove: ['night'] })
  },
}

export const Teams: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(4)
    canvas.getByRole('textbox', { name: 'Search 9 teams' }).focus()
    await userEvent.keyboard('WEEK{Tab}{Tab} ')
    await expect(args.teamsChange?.change).toHaveBeenLastCalledWith({ add: ['weekend'], remove: [] })
    await userEvent.clear(canvas.getByRole('textbox'))
    await expect(canvas.getByRole('checkbox', { name: 'Weekend cover' })).toBeChecked()
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 9 teams' }))
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(9)
  },
}

export const ManyTeams: Story = {
  args: {
    catalogue: {
      ...catalogue,
      teams: {
        rows: Array.from({ length: 40 }, (_, index) => ({
          id: `t${index}`,
          name: `Team ${index} of forty`,
          roleIds: [],
        })),
      },
    },
    user: {
      ...priya,
      teams: Array.from({ length: 40 }, (_, index) => ({
        id: `t${index}`,
        name: `Team ${index} of forty`,
        direct: true,
        viaRole: false,
      })),
    },
  },
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(8)
    await userEvent.click(canvas.getByRole('button', { name: 'Show all 40 teams' }))
    await expect(canvas.getAllByRole('checkbox')).toHaveLength(40)
  },
}
