import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { IdleLogoutForm } from '../../src/components/idle-logout/IdleLogoutForm.tsx'

const meta: Meta<typeof IdleLogoutForm> = {
  title: 'Components/IdleLogoutForm',
  component: IdleLogoutForm,
  args: {
    policy: {
      enabled: true,
      timeoutMinutes: 15,
      warnMs: 120_000,
      allowHold: false,
      rev: '4',
      updatedAt: '2026-01-05T09:00:00.000Z',
      updatedBy: { id: 'ada', name: 'Ada Lovelace' },
    },
    companyName: 'Acme Support',
    onDraftChange: fn(),
    onSave: fn(),
    onPreview: fn(),
  },
}
export default meta

type Story = StoryObj<typeof IdleLogoutForm>

export const Default: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('switch', { name: 'Log out inactive users automatically' }))
    await expect(args.onDraftChange).toHaveBeenCalledOnce()
  },
}
