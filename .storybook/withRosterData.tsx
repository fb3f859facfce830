import type { Decorator } from '@storybook/react-vite'
import { RosterData } from '../src/hooks/RosterData.tsx'
import type { StoryBackend } from './story-backend.ts'

/** Gives a story the data of its backend, where it has one. */
export const withRosterData: Decorator = (Story, { loaded }) => {
  const backend: StoryBackend | undefined = loaded.backend
  if (!backend) return <Story />
  const { api, clock, focus } = backend
  return (
    <RosterData api={api} clock={clock} focus={focus}>
      <Story />
    </RosterData>
  )
}
