import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { RosterProvider } from '../../../src/page/RosterProvider.tsx'
import { UsersSettings } from '../../../src/page/UsersSettings.tsx'
import { createPeople } from '../people.ts'
import { createPeopleApi } from '../people-api.ts'
import type { Subject } from '../subject.ts'

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
