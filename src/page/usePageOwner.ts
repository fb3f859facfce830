import { type RefObject, useState } from 'react'
import { useRosterState } from '../hooks/RosterContext.ts'
import { useViewer } from '../hooks/useViewer.ts'
import type { UsersSettingsView } from './settings-view.ts'

interface PageOwner {
  epoch: number
  /** Changes with the sign-in. What belongs to a person is mounted under this key. */
  key: number
  /** Undefined until the session is loaded. */
  person: string | undefined
  /** What the page shows first. */
  start: UsersSettingsView | undefined
  /** What the person before has left. Nobody else sees it. */
  left: { person: string; view: UsersSettingsView | undefined } | undefined
}

/**
 * Returns whose page it is, and what it shows first. After another sign-in, the page starts again without it. A person
 * who comes back finds what they had left. A page that nobody was signed in to keeps its view.
 */
export function usePageOwner(
  defaultView: UsersSettingsView | undefined,
  shown: RefObject<UsersSettingsView | undefined>,
): Pick<PageOwner, 'key' | 'start'> {
  const { epoch } = useRosterState('<UsersSettings>')
  const { viewer, company } = useViewer()
  const [owner, setOwner] = useState<PageOwner>({
    epoch,
    key: 0,
    person: undefined,
    start: defaultView,
    left: undefined,
  })
  const person = viewer ? JSON.stringify([company?.id, viewer.id, viewer.email]) : undefined
  const { left, key } = owner

  if (owner.epoch !== epoch) {
    if (owner.person === undefined) setOwner({ ...owner, epoch })
    else
      setOwner({
        epoch,
        key: key + 1,
        person: undefined,
        start: undefined,
        left: { person: owner.person, view: shown.current },
      })
  } else if (person !== undefined && owner.person === undefined) {
    const isBack = left?.person === person
    setOwner({ ...owner, person, left: undefined, ...(isBack && { key: key + 1, start: left.view }) })
  }
  return owner
}
