import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { RosterProvider } from '../../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../../src/page/UsersSettings.tsx'
import { createPeople } from '../people.ts'
import { createPeopleApi } from '../people-api.ts'
import type { Subject } from '../subject.ts'

/**
 * The whole page. Unlike the others, which have their rows when they mount, it loads them through its own state: `mount`,
 * `search` and `sort` contain the requests to the port, the checks of their responses, and the states in between.
 */
const subject: Subject = {
  mount(root, people) {
    const api = createPeopleApi(people)
    flushSync(() =>
      createRoot(root).render(
        <RosterProvider api={api} timeZone="UTC">
          <div style={{ blockSize: 860 }}>
            <UsersSettings />
          </div>
        </RosterProvider>,
      ),
    )
  },
  scroller: (root) => root.querySelector('.roster-table-scroll') as HTMLElement,
}

Object.assign(window, { createPeople, subject })
