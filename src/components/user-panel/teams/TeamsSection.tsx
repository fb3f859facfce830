import { useState } from 'react'
import type { Team } from '../../../contract/teams.ts'
import type { TeamsChange } from '../../../contract/user-writes.ts'
import type { User } from '../../../contract/users.ts'
import { reasonSentence, reasonsMessages } from '../../../messages/reasons.ts'
import { userPanelMessages } from '../../../messages/user-panel.ts'
import { Button } from '../../../primitives/button/Button.tsx'
import { useMessages } from '../../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../../primitives/search-field/SearchField.tsx'
import { type FailedLoad, LoadFailure } from '../section/LoadFailure.tsx'
import { PanelSection } from '../section/PanelSection.tsx'
import { SaveFailure } from '../section/SaveFailure.tsx'
import { SaveNote } from '../section/SaveNote.tsx'
import { SectionSkeleton } from '../section/SectionSkeleton.tsx'
import type { SaveState } from '../section/save-state.ts'
import { TeamChips } from './TeamChips.tsx'
import { TeamOption } from './TeamOption.tsx'
import { teamsInOrder } from './teams-in-order.ts'

interface TeamsSectionProps {
  user: User
  /** Undefined while they are still to come. */
  teams: readonly Team[] | undefined
  failure: FailedLoad | undefined
  state: SaveState
  onChangeTeams: ((change: TeamsChange) => void) | undefined
}

/** More teams than this are searched, and at first shown in part. */
const many = 8
/** As many are shown where the user is in fewer. */
const atLeast = 4
/** No more are drawn at once: a company of thousands searches. */
const atMost = 200

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The company's teams with a check each; a check saves at once. Mount it anew for another user. */
export function TeamsSection({ user, teams, failure, state, onChangeTeams }: TeamsSectionProps) {
  const t = useMessages(userPanelMessages)
  const reasons = useMessages(reasonsMessages)
  const [first] = useState(user.teams)
  const [search, setSearch] = useState('')
  const [isWhole, setWhole] = useState(false)

  const all = teamsInOrder(teams ?? [], { first, current: user.teams })
  const isMany = all.length > many
  const term = fold(search.trim())
  const shownAtFirst = Math.min(Math.max(first.length, atLeast), many)
  const before = new Set(first.map(({ id }) => id))
  const joinedSince = new Set(user.teams.map(({ id }) => id).filter((id) => !before.has(id)))
  const found = all.filter(({ id, name }, index) => {
    if (term !== '') return fold(name).includes(term)
    return !isMany || isWhole || index < shownAtFirst || joinedSince.has(id)
  })
  const shown = found.slice(0, atMost)

  if (!onChangeTeams || failure)
    return (
      <PanelSection title={t.teams.title}>
        <TeamChips user={user} />
        {onChangeTeams && <LoadFailure {...failure}>{t.teams.error}</LoadFailure>}
      </PanelSection>
    )
  return (
    <PanelSection title={t.teams.title} note={<SaveNote status={state.status} />}>
      <SaveFailure state={state} />
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
            onChangeTeams(isMember ? { add: [team.id], remove: [] } : { add: [], remove: [team.id] })
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
