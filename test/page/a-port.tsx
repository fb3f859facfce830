import '../../src/styles/index.css'
import { expect } from 'vitest'
import { render } from 'vitest-browser-react'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { everyUserAction } from '../../src/contract/users.ts'
import type { MessageOverrides } from '../../src/messages/overrides.ts'
import { RosterProvider } from '../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import type { UsersSettingsProps } from '../../src/page/users-settings-props.ts'
import type { RosterDataEvent } from '../../src/state/core/data-event.ts'

const role = { id: 'member', name: 'Member' }

export const aUser = (id: string, members: object = {}) => ({
  id,
  name: `User ${id}`,
  email: `${id}@acme.test`,
  role,
  actions: everyUserAction({ allowed: true }),
  ...members,
})

export const aSession = (members: object = {}) => ({
  sessionKey: 's',
  viewer: {
    id: 'viewer',
    name: 'Vera',
    email: 'vera@acme.test',
    role,
    actions: { manageUsers: { allowed: true }, invite: { allowed: true } },
  },
  company: { id: 'acme', name: 'Acme' },
  ...members,
})

export const windowOf = (rows: readonly unknown[]) => ({ rows, offset: 0, total: rows.length })

type PortParts = Partial<Record<Exclude<keyof RosterApi, 'company'>, object>> & { company?: string }

/** A port as a host writes it in JavaScript: parts may be of any shape. */
export const aPort = ({ users, session, ...parts }: PortParts): RosterApi =>
  Object.assign(
    {
      company: 'acme',
      session: { get: async () => aSession(), ...session },
      users: { list: async () => windowOf([aUser('ada'), aUser('bea')]), ...users },
    },
    parts,
  ) as object as RosterApi

interface APortPageOptions extends UsersSettingsProps {
  messages?: MessageOverrides
}

/** The Users settings of a host's own port, inside the host's page. */
export async function aPortPage(api: RosterApi, { messages, ...props }: APortPageOptions = {}) {
  const events: RosterDataEvent[] = []
  const screen = await render(
    <>
      <p>The page of the host</p>
      <RosterProvider api={api} messages={messages} timeZone="UTC" onEvent={(event) => events.push(event)}>
        <div style={{ inlineSize: 1_200, blockSize: 600 }}>
          <UsersSettings {...props} />
        </div>
      </RosterProvider>
    </>,
  )
  const { container } = screen
  return {
    ...screen,
    events,
    host: screen.getByText('The page of the host'),
    names: () => [...container.querySelectorAll('.roster-user-name')].map(({ textContent }) => textContent),
    row: (name: string) =>
      [...container.querySelectorAll('tr')].find((row) => row.textContent?.includes(name))?.textContent,
    /** Opens a user and returns their panel. */
    async open(name: string) {
      await screen.getByRole('button', { name, exact: true }).click()
      const panel = screen.getByRole('complementary', { name })
      await expect.poll(() => panel.element().querySelector('.roster-skeleton')).toBeNull()
      return panel
    },
  }
}
