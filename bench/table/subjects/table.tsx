import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { selectNone } from '../../../src/base/selection.ts'
import { UsersTable } from '../../../src/components/users-table/UsersTable.tsx'
import { RosterUI } from '../../../src/primitives/roster-ui/RosterUI.tsx'
import { createPeople, type People } from '../people.ts'
import type { Subject } from '../subject.ts'

/** Our table, as a host uses it with its own rows. */
function Table({ people }: { people: People }) {
  const [search, setSearch] = useState('')
  const [descending, setDescending] = useState(false)
  const [source, setSource] = useState(() => people.select('', false))
  return (
    <>
      <input
        type="search"
        value={search}
        onChange={(event) => {
          setSearch(event.target.value)
          setSource(people.select(event.target.value, descending))
        }}
      />
      <div style={{ blockSize: 636 }}>
        <UsersTable
          users={source}
          defaultSelection={selectNone}
          sort={descending ? '-name' : 'name'}
          onSortChange={(sort) => {
            setDescending(sort === '-name')
            setSource(people.select(search, sort === '-name'))
          }}
          onOpenUser={() => undefined}
        />
      </div>
    </>
  )
}

const subject: Subject = {
  mount: (root, people) =>
    flushSync(() =>
      createRoot(root).render(
        <RosterUI timeZone="UTC">
          <Table people={people} />
        </RosterUI>,
      ),
    ),
  scroller: (root) => root.querySelector('.roster-table-scroll') as HTMLElement,
}

Object.assign(window, { createPeople, subject })
