import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fn } from 'storybook/test'
import { selectNone } from '../../src/base/selection.ts'
import { UsersChanges } from '../../src/components/users-states/UsersChanges.tsx'
import { UsersDenied } from '../../src/components/users-states/UsersDenied.tsx'
import { UsersEmpty } from '../../src/components/users-states/UsersEmpty.tsx'
import { UsersError } from '../../src/components/users-states/UsersError.tsx'
import { UsersNoMatch } from '../../src/components/users-states/UsersNoMatch.tsx'
import { UsersOffline } from '../../src/components/users-states/UsersOffline.tsx'
import { UsersRateLimited } from '../../src/components/users-states/UsersRateLimited.tsx'
import { UsersSearching } from '../../src/components/users-states/UsersSearching.tsx'
import { UsersStaleBanner } from '../../src/components/users-states/UsersStaleBanner.tsx'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { expectSeen } from '../expect-seen.ts'
import { onStage } from '../on-stage.tsx'
import { users } from './people.ts'

const meta: Meta = {
  title: 'Components/UsersStates',
  parameters: { layout: 'fullscreen' },
  decorators: [onStage],
}
export default meta

const act = fn()

export const NoMatch: StoryObj = {
  render: () => <UsersNoMatch search="okonkwo" roleNames={['Billing']} onClear={act} />,
  play: async ({ canvas, userEvent }) => {
    await expectSeen(canvas.getByText('Nobody with the role Billing has “okonkwo” in their name or email.'))
    await userEvent.click(canvas.getByRole('button', { name: 'Clear search and filters' }))
    await expect(act).toHaveBeenCalled()
  },
}
export const NoMatchOfManyFilters: StoryObj = {
  render: () => <UsersNoMatch roleNames={['Agent', 'Billing']} teamNames={['Onboarding']} onClear={act} />,
}
export const NoMatchOfALongSearch: StoryObj = {
  render: () => <UsersNoMatch search={'wolfeschlegelstein'.repeat(11)} onClear={act} />,
}
export const Empty: StoryObj = { render: () => <UsersEmpty companyName="Acme Support" /> }
export const Failed: StoryObj = {
  render: () => <UsersError error={{ code: 'network', requestId: 'req_7fk2m9qd' }} onRetry={act} />,
}
export const FailedInAnUnknownWay: StoryObj = {
  render: () => <UsersError error={{ code: 'a_code_of_the_future' }} onRetry={act} retrying />,
}
export const SearchFailed: StoryObj = {
  render: () => (
    <UsersError
      question={{ search: 'ada' }}
      error={{ code: 'timeout', requestId: 'req_7fk2m9qd' }}
      onRetry={act}
    />
  ),
}
export const FilterFailed: StoryObj = {
  render: () => (
    <UsersError question={{ roleNames: ['Billing'] }} error={{ code: 'internal' }} onRetry={act} />
  ),
}
export const RateLimited: StoryObj = { render: () => <UsersRateLimited retryAfter={78} onRetry={act} /> }
export const SearchRateLimited: StoryObj = {
  render: () => (
    <UsersRateLimited
      question={{ search: 'ada', roleNames: ['Agent'] }}
      retryAfter={18}
      onRetry={act}
      onClear={act}
    />
  ),
  play: async ({ canvas }) => {
    await expectSeen(canvas.getByText(/^The search for “ada” with these filters runs again in 0:1\d\./))
    await expectSeen(canvas.getByRole('button', { name: 'Clear search and filters' }))
  },
}
export const SearchOffline: StoryObj = {
  render: () => <UsersOffline question={{ search: 'ada' }} onClear={act} />,
}
export const Searching: StoryObj = {
  render: () => (
    <div style={{ blockSize: 480, display: 'flex', flexDirection: 'column' }}>
      <UsersSearching search="ada" />
      <UsersTable users={users(20)} waiting onOpenUser={act} defaultSelection={selectNone} />
    </div>
  ),
  play: async ({ canvas, userEvent }) => {
    act.mockClear()
    await expectSeen(canvas.getByText('Searching for “ada”…'))
    const [, , second] = canvas.getAllByRole('checkbox')
    if (second) await userEvent.click(second)
    await expect(second).not.toBeChecked()
    await userEvent.keyboard(' ')
    await expect(second).not.toBeChecked()
    await userEvent.click(canvas.getAllByRole('checkbox')[0] as HTMLElement)
    await expect(second).not.toBeChecked()
    await expect(act).not.toHaveBeenCalled()
  },
}
export const SearchingNarrow: StoryObj = { ...Searching, parameters: { width: 390 } }
export const SearchingDark: StoryObj = { ...Searching, globals: { theme: 'dark' } }
export const SearchingRightToLeft: StoryObj = { ...Searching, globals: { direction: 'rtl' } }
export const Denied: StoryObj = {
  render: () => (
    <UsersDenied
      companyName="Acme Support"
      permission="Manage users"
      roleName="Agent"
      onRequestAccess={act}
    />
  ),
  play: async ({ canvas, userEvent }) => {
    await expectSeen(canvas.getByText('Manage users'))
    await userEvent.click(canvas.getByRole('button', { name: 'Ask for access' }))
    await expect(canvas.getByRole('button', { name: 'Asked' })).toHaveAttribute('aria-disabled', 'true')
  },
}
export const DeniedWithoutNames: StoryObj = { render: () => <UsersDenied /> }
export const Changes: StoryObj = { render: () => <UsersChanges changes={3} onRefresh={act} /> }

const loadedAt = Date.parse('2026-03-14T14:20:00Z')
const rows = (
  <div style={{ blockSize: 320 }}>
    <UsersTable users={users(20)} stale />
  </div>
)

export const Offline: StoryObj = {
  render: () => (
    <>
      {rows}
      <UsersStaleBanner reason="offline" loadedAt={loadedAt} onRetry={act} />
    </>
  ),
}
export const RefetchFailed: StoryObj = {
  render: () => (
    <>
      {rows}
      <UsersStaleBanner reason={{ code: 'network' }} loadedAt={loadedAt} onRetry={act} />
    </>
  ),
}
