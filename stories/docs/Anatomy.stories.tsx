import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, waitFor } from 'storybook/test'
import { selectionFrom } from '../../src/base/selection.ts'
import { UsersTable } from '../../src/components/users-table/UsersTable.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import { user, users } from '../components/people.ts'
import { countOf } from '../page/look.ts'
import { Specimen } from './Specimen.tsx'
import { contractParts } from './styling-contract.ts'

const meta: Meta = { title: 'Docs/Anatomy', tags: ['!autodocs'] }
export default meta

type Story = StoryObj

/** The states of an element's listed parts that the contract does not describe. */
function undescribed(element: Element): string[] {
  const listed = contractParts.filter(({ name }) => element.classList.contains(name))
  if (listed.length === 0) return []
  const known = listed.flatMap(({ states }) => states.map(({ attribute }) => attribute.split('=')[0]))
  return element.getAttributeNames().filter((name) => name.startsWith('data-') && !known.includes(name))
}

const keepsTheContract: NonNullable<Story['play']> = async ({ canvasElement }) => {
  const parts = [...canvasElement.querySelectorAll('.story-specimen [class*=roster-]')]
  await expect(parts.length).toBeGreaterThan(20)
  await expect([...new Set(parts.flatMap(undescribed))]).toEqual([])
}

const rows = users(4, (index) => [user(0), user(1), user(3), undefined][index])

export const Table: Story = {
  render: () => (
    <Specimen>
      <UsersTable
        users={rows}
        viewerId="user-0"
        defaultSelection={selectionFrom({ mode: 'include', ids: ['user-1'] })}
        onSelectionChange={() => undefined}
        onSortChange={() => undefined}
        onOpenUser={() => undefined}
        openUserId="user-3"
        pendingIds={new Set(['user-0'])}
      />
    </Specimen>
  ),
  play: keepsTheContract,
}

export const Page: Story = {
  parameters: { scenario: 'many' },
  render: () => (
    <Specimen>
      <div style={{ blockSize: 420 }}>
        <UsersSettings onOpenUser={() => undefined} />
      </div>
    </Specimen>
  ),
  play: async (context) => {
    await waitFor(() => expect(countOf(context.canvasElement)).toBe('1,204 users'))
    await keepsTheContract(context)
  },
}
