import { memo, useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { User } from '../../../src/contract/users.ts'
import { createPeople, type People } from '../people.ts'
import type { Subject } from '../subject.ts'
import { rowHeight, viewport } from './row-markup.ts'

interface RowProps {
  user: User
  top: number
  selected: boolean
  onToggle: (id: string) => void
}

const Row = memo(function Row({ user, top, selected, onToggle }: RowProps) {
  return (
    <div
      className="bare-row"
      data-selected={selected ? '' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <input type="checkbox" checked={selected} onChange={() => onToggle(user.id)} />
      <span className="bare-avatar">{user.name.slice(0, 1)}</span>
      <div className="bare-text">
        <button type="button" className="bare-name">
          {user.name}
        </button>
        <span className="bare-email">{user.email}</span>
      </div>
      <span className="bare-role">{user.role.name}</span>
      <span className="bare-teams">
        {user.teams?.map((team) => (
          <span key={team.id} className="bare-chip">
            {team.name}
          </span>
        ))}
      </span>
      <time className="bare-time">{user.lastActiveAt?.slice(0, 10)}</time>
    </div>
  )
})

/** A small React list, tuned: rows reused by slot, memoized, drawn in the scroll event. What React can do. */
function List({ people }: { people: People }) {
  const [search, setSearch] = useState('')
  const [descending, setDescending] = useState(false)
  const [source, setSource] = useState(() => people.select('', false))
  const [top, setTop] = useState(0)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback(
    (id: string) =>
      setSelected((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const full = source.total * rowHeight
  const height = Math.min(full, 8_000_000)
  const scale = full > height ? (full - viewport) / (height - viewport) : 1
  const first = Math.floor((top * scale) / rowHeight)
  const drawn = Math.ceil(viewport / rowHeight) + 1
  const rows = []
  for (let slot = 0; slot < drawn; slot += 1) {
    const offset = (((slot - first) % drawn) + drawn) % drawn
    const user = source.at(first + offset)
    if (!user || !('id' in user) || !('email' in user)) continue
    const place =
      scale === 1 ? (first + offset) * rowHeight : top - ((top * scale) % rowHeight) + offset * rowHeight
    rows.push(<Row key={slot} user={user} top={place} selected={selected.has(user.id)} onToggle={toggle} />)
  }
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
      <div data-column="name">
        <button
          type="button"
          onClick={() => {
            setDescending(!descending)
            setSource(people.select(search, !descending))
          }}
        >
          Name
        </button>
      </div>
      <div
        className="bare-scroll"
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget
          flushSync(() => setTop(scrollTop))
        }}
      >
        <div className="bare-space" style={{ height }}>
          {rows}
        </div>
      </div>
    </>
  )
}

const subject: Subject = {
  mount: (root, people) => flushSync(() => createRoot(root).render(<List people={people} />)),
  scroller: (root) => root.querySelector('.bare-scroll') as HTMLElement,
}

Object.assign(window, { createPeople, subject })
