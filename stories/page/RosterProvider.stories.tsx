import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import type { StoryBackend } from '../../.storybook/story-backend.ts'
import { storyTime } from '../../.storybook/story-time.ts'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { useUsers } from '../../src/hooks/useUsers.ts'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { expectSeen } from '../expect-seen.ts'
import { countOf } from './look.ts'

const clock = () => storyTime

const meta: Meta<typeof RosterProvider> = {
  title: 'Page/RosterProvider',
  component: RosterProvider,
  parameters: { layout: 'fullscreen', scenario: 'many' },
  args: { timeZone: 'UTC', now: clock, style: { blockSize: 480 }, children: <UsersSettings /> },
  render: (args, { loaded, globals }) => {
    const { api }: StoryBackend = loaded.backend
    return <RosterProvider theme={globals.theme} locale={globals.locale} {...args} api={api} />
  },
}
export default meta

type Story = StoryObj<typeof RosterProvider>

export const Default: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
  },
}

export const InWordsOfTheHost: Story = {
  args: {
    messages: {
      nouns: { user: 'agent', users: 'agents', team: 'desk', teams: 'desks' },
      usersSettings: { title: 'Who works here' },
    },
  },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 agents'))
    await expectSeen(canvas.getByRole('heading', { name: 'Who works here' }))
    await expectSeen(canvas.getByRole('columnheader', { name: 'Desks' }))
  },
}

export const InAnotherLocale: Story = { globals: { locale: 'de', theme: 'dark' } }

/** Only the data, for your own markup: `RosterData` renders nothing. */
export const WithoutPixels: Story = {
  args: { children: null },
  render: (_, { loaded }) => {
    const { api }: StoryBackend = loaded.backend
    return (
      <RosterData api={api}>
        <Names />
      </RosterData>
    )
  },
  play: async ({ canvas }) => {
    await waitFor(() => expect(canvas.getAllByRole('listitem')).toHaveLength(10))
  },
}

function Names() {
  const { rows, status } = useUsers({ range: { start: 0, end: 10 } })
  return (
    <ol aria-busy={status === 'loading'}>
      {rows.map(({ id, name, role }) => (
        <li key={id}>
          {name}, {role.name}
        </li>
      ))}
    </ol>
  )
}
