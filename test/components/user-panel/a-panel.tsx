import '../../../src/styles/index.css'
import { expect } from 'vitest'
import { render } from 'vitest-browser-react'
import { UserPanel } from '../../../src/components/user-panel/UserPanel.tsx'
import type { UserPanelProps } from '../../../src/components/user-panel/user-panel-props.ts'
import type { Permission } from '../../../src/contract/permissions.ts'
import type { Role } from '../../../src/contract/roles.ts'
import type { Team } from '../../../src/contract/teams.ts'
import { everyUserAction, type User } from '../../../src/contract/users.ts'
import { RosterUI, type RosterUIProps } from '../../../src/primitives/roster-ui/RosterUI.tsx'

const allowed = { allowed: true } as const

const role = (id: string, name: string, ...permissions: string[]): Role => ({
  id,
  name,
  description: '',
  type: 'company',
  permissions,
  isDefault: false,
  actions: { assign: allowed },
})

export const roles = [
  role('admin', 'Admin', 'users', 'plan'),
  role('agent', 'Agent', 'chats'),
  role('billing', 'Billing', 'plan'),
]

const permissions: Permission[] = ['users', 'plan', 'chats'].map((id) => ({
  id,
  label: `May ${id}`,
  kind: 'operational',
  group: '',
}))

const teams: Team[] = Array.from({ length: 9 }, (_, index) => ({
  id: `team-${index}`,
  name: `Team ${index}`,
  roleIds: [],
}))

/** What the user can be given, loaded. */
export const catalogue = {
  roles: { rows: roles },
  teams: { rows: teams },
  permissions: { rows: permissions },
}

export const aUser = (change: Partial<User> = {}): User => ({
  id: 'priya',
  name: 'Priya Raghunathan',
  email: 'priya@acme.example',
  role: { id: 'agent', name: 'Agent' },
  teams: [],
  joinedAt: '2025-09-09T08:00:00Z',
  lastActiveAt: null,
  actions: everyUserAction(allowed),
  ...change,
})

const ignore = () => undefined

export interface APanelOptions extends Partial<UserPanelProps> {
  ui?: RosterUIProps
  /** False leaves the panel closed. */
  open?: boolean
}

/** The button that opens it, and the panel. */
export const page = ({ ui, open = true, ...props }: APanelOptions) => (
  <RosterUI timeZone="UTC" now={clock} {...ui}>
    <button type="button">Opener</button>
    {open && (
      <UserPanel
        user={aUser()}
        catalogue={catalogue}
        roleChange={{ change: ignore }}
        teamsChange={{ change: ignore }}
        {...props}
      />
    )}
  </RosterUI>
)

const moment = Date.parse('2026-03-14T14:20:00Z')
const clock = () => moment

/** A panel that is opened from a button; `change` gives it other props. */
export async function aPanel(options: APanelOptions = {}) {
  let props: APanelOptions = { ...options, open: false }
  const screen = await render(page(props))
  const opener = (await screen.getByRole('button', { name: 'Opener' }).findElement()) as HTMLElement
  opener.focus()
  const change = async (next: APanelOptions) => {
    props = { ...props, ...next }
    await screen.rerender(page(props))
  }
  await change({ open: true })
  await expect.poll(() => document.querySelector('.roster-user-panel')).not.toBeNull()
  return {
    ...screen,
    opener,
    change,
    radio: (name: string) => screen.getByRole('radio', { name: new RegExp(`^${name}( Current)?$`) }),
    focused: () => document.activeElement,
  }
}
