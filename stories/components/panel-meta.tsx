import type { Meta } from '@storybook/react-vite'
import { fn } from 'storybook/test'
import { UserPanel } from '../../src/components/user-panel/UserPanel.tsx'
import { PanelOnStage } from './PanelOnStage.tsx'
import { activity, catalogue, priya, viewer } from './panel-data.ts'

/** What all stories of the panel share: a user, and a stage at whose end the panel is. */
export const panelMeta = {
  component: UserPanel,
  parameters: { layout: 'fullscreen' },
  args: {
    user: priya,
    viewer,
    catalogue,
    navigation: { position: { index: 5, total: 128 }, previous: fn(), next: fn() },
    roleChange: { change: fn() },
    teamsChange: { change: fn() },
    sessionsEnd: { end: fn() },
    activity: { rows: activity },
    openFocus: 'stay',
    onClose: fn(),
  },
  decorators: [
    (Story) => (
      <div style={{ display: 'flex', justifyContent: 'flex-end', blockSize: 800 }}>
        <Story />
      </div>
    ),
  ],
  render: PanelOnStage,
} satisfies Meta<typeof UserPanel>
