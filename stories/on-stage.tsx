import type { Decorator } from '@storybook/react-vite'

/** Renders a story in a stage that is at least 320 pixels high. */
export const onStage: Decorator = (Story) => (
  <div className="story-stage">
    <Story />
  </div>
)
