import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, screen } from 'storybook/test'
import { inOwnFrame } from '../../.storybook/in-own-frame.ts'
import { RunResultDialog } from '../../src/components/selection-run/RunResultDialog.tsx'
import { failedRow, run, selection } from './run-data.ts'

const failed = selection({
  state: 'done',
  allowed: 1_198,
  position: 1_198,
  done: 1_194,
  failed: 4,
  undo: { id: 'run-1', remainingMs: 590_000 },
})

const meta: Meta<typeof RunResultDialog> = {
  title: 'Components/RunResultDialog',
  component: RunResultDialog,
  parameters: inOwnFrame,
  args: {
    open: true,
    onOpenChange: fn(),
    onRetryFailed: fn(),
    onRetryUser: fn(),
    onOpenUser: fn(),
    onUndo: fn(),
    onContinue: fn(),
    run: run({
      phase: 'done',
      selection: failed,
      failed: [failedRow(2, 'changed_since'), failedRow(5), failedRow(7), failedRow(9)],
    }),
  },
}
export default meta

type Story = StoryObj<typeof RunResultDialog>

export const PartialFailure: Story = {
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: '4 of 1,198 users weren’t deleted' })
    await userEvent.click(screen.getByRole('button', { name: 'Retry 3 failed' }))
    await expect(args.onRetryFailed).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('button', { name: /^Open / }))
    await expect(args.onOpenUser).toHaveBeenCalledOnce()
    await userEvent.click(screen.getByRole('button', { name: /^Undo 1,194/ }))
    await expect(args.onUndo).toHaveBeenCalledOnce()
    screen.getByRole('button', { name: 'Close' }).focus()
  },
}

/** Invitations that were sent a moment ago can be retried when their minute is over. */
export const InCooldown: Story = {
  args: {
    onUndo: undefined,
    run: run({
      phase: 'done',
      resource: 'invitations',
      action: { kind: 'resend' },
      selection: selection({
        resource: 'invitations',
        action: { kind: 'resend' },
        state: 'done',
        total: 50,
        allowed: 50,
        skipped: [],
        impact: [],
        position: 50,
        done: 48,
        failed: 2,
      }),
      failed: ['giulia.romano', 'ama.mensah'].map((id, index) => ({
        id,
        name: `${id}@acme.example`,
        code: 'cooldown',
        reason: 'cooldown',
        params: { retryAfter: `${42 - index * 10}` },
      })),
    }),
  },
  play: async ({ userEvent, args }) => {
    await screen.findByRole('alertdialog', { name: '2 of 50 invitations weren’t resent' })
    const retry = screen.getByRole('button', { name: /^Retry 2 failed ?again in 0:4\d$/ })
    await userEvent.click(retry)
    await expect(args.onRetryFailed).not.toHaveBeenCalled()
    screen.getByRole('button', { name: 'Close' }).focus()
  },
}

export const Paused: Story = {
  args: {
    run: run({
      phase: 'paused',
      error: { code: 'missing_permission' },
      selection: selection({ state: 'paused', allowed: 20_000, position: 8_400, done: 8_400 }),
    }),
  },
}

export const Stopped: Story = {
  args: {
    run: run({
      phase: 'stopped',
      selection: selection({
        state: 'stopped',
        allowed: 48,
        position: 31,
        done: 31,
        undo: { id: 'run-1', remainingMs: 372_000 },
      }),
    }),
  },
}

export const UndonePartly: Story = {
  args: {
    run: run({
      phase: 'done',
      action: { kind: 'undo' },
      selection: selection({
        action: { kind: 'undo' },
        state: 'done',
        allowed: 12,
        position: 12,
        done: 11,
        failed: 1,
        partial: 2,
      }),
      failed: [failedRow(4, 'already_user')],
      partial: [
        {
          id: 'user-5',
          name: 'Dewi Kusuma',
          missing: [{ kind: 'role', id: 'r', name: 'Reviewer', replacedBy: { id: 'agent', name: 'Agent' } }],
        },
        {
          id: 'user-6',
          name: 'Hoàng Minh Đức',
          missing: [{ kind: 'team', id: 't', name: 'Support South' }],
        },
      ],
    }),
  },
}
