import { useState } from 'react'
import { fold } from '../../../base/fold.ts'
import { type LoadedList, loadedRows, supportedList } from '../../../base/list-state.ts'
import type { Team } from '../../../contract/teams.ts'
import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { userPanelFrameMessages } from '../../../messages/user-panel-frame.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../../primitives/search-field/SearchField.tsx'
import { LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import { SectionSkeleton } from '../section/SectionSkeleton.tsx'
import { TeamChips } from './TeamChips.tsx'
import { TeamOption } from './TeamOption.tsx'
import type { TeamsChangeGroup } from './teams-change-group.ts'
import { teamsInOrder } from './teams-in-order.ts'

interface TeamsSectionProps {
  user: User
  /** The company's teams. */
  list: LoadedList<Team> | undefined
  teamsChange: TeamsChangeGroup | undefined
}

/** With more teams than this there is a search, and only some are shown at first. */
const many = 8
/** Shown at first if the user is in fewer. */
const atLeast = 4
/** The most teams that are rendered. In a company with thousands of teams people search. */
const atMost = 200

/** The company's teams, each with a checkbox that saves immediately. Use a different `key` for each user. */
export function TeamsSection({ user, list, teamsChange }: TeamsSectionProps) {
  const t = useMessages(userPanelMessages)
  const frame = useMessages(userPanelFrameMessages)
  const reasons = useMessages(reasonsMessages)
  const current = user.teams ?? []
  const [first] = useState(current)
  const [search, setSearch] = useState('')
  const [isWhole, setWhole] = useState(false)

  const supported = supportedList(list)
  const teams = loadedRows(supported)
  const all = teamsInOrder(teams ?? [], { first, current })
  const isMany = all.length > many
  const term = fold(search)
  const shownAtFirst = Math.min(Math.max(first.length, atLeast), many)
  const before = new Set(first.map(({ id }) => id))
  const joinedSince = new Set(current.map(({ id }) => id).filter((id) => !before.has(id)))
  const found = all.filter(({ id, name }, index) => {
    if (term !== '') return fold(name).includes(term)
    return !isMany || isWhole || index < shownAtFirst || joinedSince.has(id)
  })
  const shown = found.slice(0, atMost)

  if (!teamsChange || !supported || supported.status === 'error')
    return (
      <PanelSection title={frame.teams.title}>
        <TeamChips user={user} />
        {teamsChange && supported && <LoadFailure list={supported}>{t.teams.error}</LoadFailure>}
      </PanelSection>
    )
  return (
    <PanelSection title={frame.teams.title} note={<SaveNote status={teamsChange.status} />}>
      <SaveFailure change={teamsChange} />
      {isMany && (
        <SearchField
          className="roster-panel-search"
          label={t.teams.search({ count: all.length })}
          placeholder={t.teams.search({ count: all.length })}
          value={search}
          onValueChange={setSearch}
        />
      )}
      {shown.map((team) => (
        <TeamOption
          key={team.id}
          user={user}
          team={team}
          reason={reasonSentence(reasons, user.actions.changeTeams)}
          onToggle={(isMember) =>
            void teamsChange.change(
              isMember ? { add: [team.id], remove: [] } : { add: [], remove: [team.id] },
            )
          }
        />
      ))}
      {found.length > atMost && (
        <p className="roster-panel-text">{t.teams.more({ count: found.length - atMost })}</p>
      )}
      {teams === undefined && <SectionSkeleton shape="one-line" />}
      {teams && all.length === 0 && <p className="roster-panel-text">{t.teams.none}</p>}
      {term !== '' && shown.length === 0 && (
        <p role="status" className="roster-panel-text">
          {t.teams.nothingFound}
        </p>
      )}
      {isMany && term === '' && (
        <Button
          variant="link"
          className="roster-panel-more"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t.showFewer : t.teams.showAll({ count: all.length })}
        </Button>
      )}
    </PanelSection>
  )
}
