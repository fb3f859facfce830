import type { Decorator } from '@storybook/react-vite'
import { RosterData } from '../src/hooks/RosterData.tsx'
import { browserOnline, type OnlineSource } from '../src/state/environment/online-source.ts'
import type { StoryBackend } from './story-backend.ts'

const unplugged: OnlineSource = { isOnline: () => false, subscribe: () => () => {} }

/** Provides the data of a story's backend, if it has one. With `parameters.offline` the rows come and the network is gone. */
export const withRosterData: Decorator = (Story, { loaded, globals, parameters }) => {
  const backend: StoryBackend | undefined = loaded.backend
  if (!backend) return <Story />
  const { api, clock, focus } = backend
  const online = globals.network === 'offline' || parameters.offline ? unplugged : browserOnline
  return (
    <RosterData api={api} environment={{ clock, focus, online }}>
      <Story />
    </RosterData>
  )
}
