import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn, waitFor } from 'storybook/test'
import type { StoryBackend } from '../../.storybook/story-backend.ts'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { expectSeen } from '../expect-seen.ts'
import { countOf, firstName, search } from './look.ts'

const meta: Meta<typeof UsersSettings> = {
  title: 'Page/UsersSettings',
  component: UsersSettings,
  parameters: { layout: 'fullscreen', scenario: 'many' },
  args: { onOpenUser: fn(), onRequestAccess: fn(), onViewChange: fn() },
  decorators: [
    (Story, { parameters, viewMode }) => (
      <div style={{ blockSize: viewMode === 'docs' ? 560 : '100dvh', maxInlineSize: parameters.width }}>
        <Story />
      </div>
    ),
  ],
}
export default meta

type Story = StoryObj<typeof UsersSettings>

export const Default: Story = {
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await expect(canvas.getByRole('tab', { name: 'Users 1,204' })).toHaveAttribute('aria-selected', 'true')
    await expectSeen(canvas.getByText(/Acme Support/))
  },
}

export const Searching: Story = {
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await userEvent.type(search(canvas), 'okafor')
    await waitFor(() => expect(countOf(canvasElement)).toMatch(/^\d+ of 1,204$/))
    await waitFor(() => expect(firstName(canvasElement)).toMatch(/okafor/i))
    await expect(args.onViewChange).toHaveBeenLastCalledWith(
      { users: expect.objectContaining({ search: 'okafor' }) },
      { history: 'replace' },
    )
  },
}

export const Filtering: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await userEvent.click(canvas.getByRole('button', { name: 'Role' }))
    await userEvent.click(await canvas.findByRole('option', { name: /^Supervisor/ }))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(countOf(canvasElement)).toMatch(/^\d+ of 1,204$/))
    await expectSeen(canvas.getByRole('button', { name: 'Remove Role' }))
  },
}

export const Sorting: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    const before = firstName(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'User' }))
    await waitFor(() => expect(firstName(canvasElement)).not.toBe(before))
    await expect(canvas.getByRole('columnheader', { name: 'User' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
  },
}

export const ByKeyboard: Story = {
  play: async ({ canvas, canvasElement, userEvent, args }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await userEvent.keyboard('/')
    await expect(search(canvas)).toHaveFocus()
    await userEvent.keyboard('an')
    await waitFor(() => expect(countOf(canvasElement)).toMatch(/^\d+ of 1,204$/))
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    canvasElement.querySelector<HTMLElement>('.roster-user-name')?.focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect(args.onOpenUser).toHaveBeenCalledOnce()
    await expect(document.activeElement?.closest('tr')).toHaveAttribute('data-open')
  },
}

export const Loading: Story = { parameters: { scenario: 'silent' } }

export const Empty: Story = {
  parameters: { scenario: 'empty' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('No users yet'))
  },
}

export const OneUser: Story = { parameters: { scenario: 'one' } }

export const NoMatch: Story = {
  args: { defaultView: { users: { search: 'nobody at all', roleIds: ['billing'] } } },
  play: async ({ canvas }) => {
    const text = 'Nobody with the role Billing has “nobody at all” in their name or email.'
    await expectSeen(await canvas.findByText(text))
  },
}

export const ClearingNoMatch: Story = {
  ...NoMatch,
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Clear search and filters' }))
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await expect(search(canvas)).toHaveValue('')
  },
}

export const Failed: Story = {
  name: 'Error',
  parameters: { scenario: 'error' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('Request req_7fk2m9qd'))
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeEnabled()
  },
}

export const RateLimited: Story = {
  parameters: { scenario: 'rate-limited' },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText(/^The list reloads in 0:/))
  },
}

export const Denied: Story = {
  parameters: { scenario: 'forbidden' },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Ask for access' }))
    await expect(args.onRequestAccess).toHaveBeenCalledOnce()
    await expectSeen(canvas.getByText('Manage users'))
    await expect(canvas.queryByRole('table')).toBeNull()
  },
}

export const Offline: Story = {
  parameters: { offline: true },
  play: async ({ canvas }) => {
    await expectSeen(await canvas.findByText('You’re offline.'))
  },
}

export const PanelCrashed: Story = {
  name: 'Details that fail',
  args: {
    onOpenUser: undefined,
    panelSections: [
      {
        id: 'own',
        title: 'Own',
        render: () => {
          throw new Error('A mistake in a section of the host')
        },
      },
    ],
  },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    await userEvent.click(canvas.getByRole('button', { name: String(firstName(canvasElement)) }))
    await expectSeen(await canvas.findByText(/details couldn’t be loaded$/))
    await expectSeen(canvas.getByRole('button', { name: 'Close' }))
  },
}

export const PageCrashed: Story = {
  name: 'A page that fails',
  args: {
    customColumns: [
      {
        id: 'own',
        header: 'Own',
        cell: () => {
          throw new Error('A mistake in a cell of the host')
        },
      },
    ],
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Try again' }))
    await expectSeen(await canvas.findByRole('button', { name: 'Reload the page' }))
  },
}

export const Stale: Story = {
  name: 'Out of date',
  play: async ({ canvas, canvasElement, loaded }) => {
    const { api, store, company, comeBack }: StoryBackend = loaded.backend
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    const before = firstName(canvasElement)
    const { rows } = await api.users.list({ offset: 1, limit: 3 })
    const changes = rows.map(({ id = '' }) => ({ kind: 'delete_user' as const, userId: id }))
    await store.write(
      company,
      { id: 'change', fingerprint: '', actor: { kind: 'system', id: 'story' }, requestId: 'story' },
      { userIds: rows.map(({ id = '' }) => id), decide: () => ({ changes, audit: [], answer: null }) },
    )
    comeBack()
    await canvas.findAllByRole('button', { name: 'refresh' })
    await expect(firstName(canvasElement)).toBe(before)
  },
}

export const HalfFailing: Story = {
  name: 'Half of it fails',
  parameters: { scenario: 'half-failing' },
  play: async ({ canvas, canvasElement, loaded }) => {
    const { comeBack }: StoryBackend = loaded.backend
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,204 users'))
    comeBack()
    await expectSeen(await canvas.findByText(/^Showing what was loaded at/))
    await expect(firstName(canvasElement)).toBeTruthy()
  },
}

export const LyingBackend: Story = {
  name: 'A backend that lies',
  parameters: { scenario: 'lying' },
  play: async ({ canvas, canvasElement }) => {
    await waitFor(() => expect(firstName(canvasElement)).toBeTruthy())
    const names = [...canvasElement.querySelectorAll('.roster-user-name')].map((name) => name.textContent)
    await expect(new Set(names).size).toBe(names.length)
    await expect(canvas.getAllByRole('row').length).toBeLessThan(30)
  },
}

export const MillionUsers: Story = {
  name: 'A million users',
  parameters: { scenario: 'million' },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await waitFor(() => expect(countOf(canvasElement)).toBe('1,000,000 users'))
    canvasElement.querySelector<HTMLElement>('.roster-user-name')?.focus()
    await userEvent.keyboard('{End}')
    await waitFor(() =>
      expect(document.activeElement?.closest('tr')).toHaveAttribute('aria-rowindex', '1000001'),
    )
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^[\p{L}-]+ \w\. /u))
    await expect(canvas.getAllByRole('row').length).toBeLessThan(32)
  },
}

export const Narrow: Story = { parameters: { width: 390 } }
export const RightToLeft: Story = { globals: { direction: 'rtl' } }
export const Arabic: Story = { name: 'Arabic formats', globals: { locale: 'ar' } }
export const Dark: Story = { globals: { theme: 'dark' } }
export const Compact: Story = { globals: { density: 'compact' } }
export const GermanLength: Story = {
  name: 'Texts as long as German ones',
  globals: { locale: 'en-XA' },
}
export const GermanLengthNarrow: Story = {
  ...GermanLength,
  name: 'Long texts, narrow',
  parameters: { width: 390 },
}
