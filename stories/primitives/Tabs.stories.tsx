import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { Tab } from '../../src/primitives/tabs/Tab.tsx'
import { TabList } from '../../src/primitives/tabs/TabList.tsx'
import { TabPanel } from '../../src/primitives/tabs/TabPanel.tsx'
import { Tabs } from '../../src/primitives/tabs/Tabs.tsx'

const meta: Meta<typeof Tabs> = {
  title: 'Primitives/Tabs',
  component: Tabs,
  args: { defaultValue: 'users', onValueChange: fn() },
  render: (args) => (
    <Tabs {...args}>
      <TabList label="User settings">
        <Tab value="users" count={1204}>
          Users
        </Tab>
        <Tab value="invitations" count="loading">
          Invitations
        </Tab>
        <Tab value="idle-logout">Idle logout</Tab>
      </TabList>
      <TabPanel value="users">Everyone who can sign in.</TabPanel>
      <TabPanel value="invitations">Everyone who was asked.</TabPanel>
      <TabPanel value="idle-logout">When they are logged out.</TabPanel>
    </Tabs>
  ),
}
export default meta

type Story = StoryObj<typeof Tabs>

export const Default: Story = {}

export const ByKeyboard: Story = {
  play: async ({ canvas, userEvent, args, globals }) => {
    const [forward, back] =
      globals.direction === 'rtl' ? ['{ArrowLeft}', '{ArrowRight}'] : ['{ArrowRight}', '{ArrowLeft}']
    await userEvent.tab()
    await userEvent.keyboard(forward)
    await expect(args.onValueChange).toHaveBeenLastCalledWith('invitations')
    await expect(canvas.getByRole('tab', { name: 'Invitations' })).toHaveFocus()
    await userEvent.keyboard(`${back}${back}`)
    await expect(canvas.getByRole('tabpanel')).toHaveTextContent('When they are logged out.')
    await userEvent.keyboard('{Home}')
    await expect(canvas.getByRole('tab', { name: 'Users 1,204' })).toHaveAttribute('aria-selected', 'true')
  },
}
