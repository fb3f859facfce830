import '../../src/styles/index.css'
import type { ReactNode } from 'react'
import { render } from 'vitest-browser-react'
import type { RosterApi } from '../../src/client/roster-api.ts'
import { RosterData } from '../../src/hooks/RosterData.tsx'
import { UsersSettings } from '../../src/page/UsersSettings.tsx'
import type { UsersSettingsProps } from '../../src/page/users-settings-props.ts'
import { RosterUI } from '../../src/primitives/roster-ui/RosterUI.tsx'
import { aStack } from '../hooks/a-stack.tsx'

export interface APageOptions extends UsersSettingsProps {
  stack?: Awaited<ReturnType<typeof aStack>>
  /** The viewer's token. @default that of the first admin */
  token?: string
  /** A port instead of the stack's own. */
  api?: RosterApi
  width?: number
  height?: number
  /** The clock of the components, which is separate from that of the data. @default Date.now */
  now?: () => number
}

/** The Users settings on the real stack, in a page of 1,000 × 640 pixels. */
export async function aPage({
  stack,
  token,
  api: port,
  width = 1_000,
  height = 640,
  now = Date.now,
  ...props
}: APageOptions = {}) {
  const real = stack ?? (await aStack())
  const api = port ?? (token === undefined ? undefined : real.apiOf(real.company, token))
  const Provider = ({ children }: { children: ReactNode }) =>
    api ? <RosterData api={api}>{children}</RosterData> : <real.Provider>{children}</real.Provider>
  const screen = await render(
    <Provider>
      <div style={{ inlineSize: width, blockSize: height }}>
        <RosterUI timeZone="UTC" now={now}>
          <UsersSettings {...props} />
        </RosterUI>
      </div>
    </Provider>,
  )
  const { container } = screen
  return {
    ...screen,
    stack: real,
    setOnline: real.setOnline,
    search: screen.getByRole('textbox', { name: 'Search users' }),
    count: () => container.querySelector('.roster-count')?.textContent,
    names: () => [...container.querySelectorAll('.roster-user-name')].map((name) => name.textContent),
    rows: () => container.querySelectorAll('.roster-table-row').length,
    announced: () => container.querySelector('.roster-live-regions [role=status]')?.textContent,
    /** Types a search and pauses. */
    async searchFor(text: string) {
      await screen.getByRole('textbox', { name: 'Search users' }).fill(text)
      real.rest()
    },
  }
}
