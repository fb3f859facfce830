import type { Meta, StoryObj } from '@storybook/react-vite'
import { useEffect } from 'react'
import { expect, fn } from 'storybook/test'
import type { Toast } from '../../src/primitives/roster-ui/notices.ts'
import { useNotices } from '../../src/primitives/roster-ui/useNotices.ts'
import { Toaster } from '../../src/primitives/toaster/Toaster.tsx'

const onUndo = fn()

function Say({ toasts }: { toasts: Omit<Toast, 'id'>[] }) {
  const { toast, dismiss } = useNotices()
  useEffect(() => {
    const ids = toasts.map(toast)
    return () => ids.forEach(dismiss)
  }, [toasts, toast, dismiss])
  return <Toaster />
}

const meta: Meta<typeof Toaster> = { title: 'Primitives/Toaster', component: Toaster }
export default meta

type Story = StoryObj<typeof Toaster>

const done = [{ text: '3 users deleted', action: { label: 'Undo', onAction: onUndo } }]
const failed = [{ text: 'The role couldn’t be changed. The server didn’t answer.', tone: 'failed' as const }]
const several = [{ text: '3 invitations resent' }, ...failed]

export const Done: Story = { render: () => <Say toasts={done} /> }

export const Undone: Story = {
  render: () => <Say toasts={done} />,
  play: async ({ canvas, userEvent }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('3 users deleted')
    await userEvent.click(canvas.getByRole('button', { name: 'Undo' }))
    await expect(onUndo).toHaveBeenCalled()
    await expect(canvas.queryByRole('button', { name: 'Undo' })).toBeNull()
  },
}

export const Failed: Story = {
  render: () => <Say toasts={failed} />,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('alert')).toHaveTextContent(/couldn’t be changed/)
  },
}

export const Several: Story = { render: () => <Say toasts={several} /> }
