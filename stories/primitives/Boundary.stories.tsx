import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { PartLoadError } from '../../src/base/part-load-error.ts'
import { Boundary } from '../../src/primitives/boundary/Boundary.tsx'
import { FailedParts } from '../../src/primitives/boundary/FailedParts.ts'
import { PartFailed } from '../../src/primitives/boundary/PartFailed.tsx'
import { onStage } from '../on-stage.tsx'

const onReport = fn()
const onReload = fn()

function Broken({ error }: { error: Error }): never {
  throw error
}

interface PartProps {
  error: Error
  besideList?: boolean
}

function Part({ error, besideList }: PartProps) {
  return (
    <FailedParts.Provider value={{ report: onReport, reload: onReload }}>
      <Boundary
        name="panel"
        fallback={(failure) => (
          <PartFailed failure={failure} title="Priya’s details couldn’t be loaded" besideList={besideList} />
        )}
      >
        <Broken error={error} />
      </Boundary>
    </FailedParts.Provider>
  )
}

const meta: Meta<typeof Part> = {
  title: 'Primitives/Boundary',
  component: Part,
  decorators: [onStage],
}
export default meta

type Story = StoryObj<typeof Part>

export const NotLoaded: Story = { args: { error: new PartLoadError('404'), besideList: true } }

export const Crashed: Story = {
  args: { error: new Error('A mistake') },
  play: async ({ args }) => {
    await expect(onReport).toHaveBeenLastCalledWith({ part: 'panel', error: args.error })
  },
}

export const FailedAgain: Story = {
  args: { error: new PartLoadError('offline') },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await userEvent.click(await canvas.findByRole('button', { name: 'Reload the page' }))
    await expect(onReload).toHaveBeenCalledOnce()
  },
}
