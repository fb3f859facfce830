import { UsersChanges } from '../../components/users-states/UsersChanges.tsx'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { Invitation } from '../../contract/invitations.ts'
import { useInvitationSettings } from '../../hooks/useInvitationSettings.ts'
import { useInvitationsList } from '../../hooks/useInvitationsList.ts'
import { useRoles } from '../../hooks/useRoles.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { Banner } from '../../primitives/banner/Banner.tsx'
import { Button } from '../../primitives/button/Button.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { SearchField } from '../../primitives/search-field/SearchField.tsx'
import { EmptyState } from '../../primitives/state/EmptyState.tsx'
import { ErrorState } from '../../primitives/state/ErrorState.tsx'
import type { InvitationsView } from '../../state/invitations/invitations-view.ts'
import { InvitationsActions } from './InvitationsActions.tsx'
import { InvitationsFilterBar } from './InvitationsFilterBar.tsx'
import { InvitationsSelecting } from './InvitationsSelecting.tsx'

/** Props of {@link InvitationsTab}. */
export interface InvitationsTabProps {
  view: InvitationsView
  openId: string | null
  /** One invitation that the person wants to delete, from its panel. */
  asked: Invitation | undefined
  onAskedChange: (asked: Invitation | undefined) => void
}

/** The Invitations tab: takes what the hooks return and passes it to the views. */
export function InvitationsTab({ view, openId, asked, onAskedChange }: InvitationsTabProps) {
  const t = useMessages(invitationsMessages)
  const sentence = useFailureSentence()
  const formats = useFormats()
  const list = useInvitationsList({ view })
  const roles = useRoles()
  const teams = useTeams()
  const { settings } = useInvitationSettings()
  const { status, source, query, error, isFetching, isPlaceholder, changes } = list
  const { sort: _, ...question } = query
  const isFiltered = Object.keys(question).length > 0
  const isLoading = status === 'loading' || (isPlaceholder && source.total === 0)
  const isNothing = status === 'ready' && source.total === 0 && !isPlaceholder
  const { seats, mail } = settings ?? {}
  return (
    <>
      <div className="roster-invitations-toolbar">
        <SearchField
          label={t.toolbar.searchLabel}
          placeholder={t.toolbar.search}
          value={list.search}
          onValueChange={list.setSearch}
        />
        <InvitationsFilterBar list={list} roles={roles} teams={teams} />
        <span className="roster-invitations-count" dir="auto">
          {status === 'ready' && t.toolbar.count({ count: source.total })}
        </span>
        {changes > 0 && <UsersChanges changes={changes} onRefresh={() => void list.applyChanges()} />}
      </div>
      {seats && (
        <p className="roster-invitations-seats">
          {t.seats({
            used: formats.number(seats.used),
            total: formats.number(seats.total),
            pending: formats.number(seats.pending),
          })}
        </p>
      )}
      {status === 'error' && error ? (
        <ErrorState
          title={t.error}
          text={sentence(error)}
          requestId={error.requestId}
          retrying={isFetching}
          onRetry={() => void list.refetch()}
        />
      ) : isNothing ? (
        isFiltered ? (
          <EmptyState
            title={t.noMatch.title}
            text={t.noMatch.text}
            actions={<Button onClick={() => view.setQuery({ sort: query.sort })}>{t.noMatch.clear}</Button>}
          />
        ) : (
          <EmptyState icon="mail" title={t.empty.title} text={t.empty.text} />
        )
      ) : (
        <InvitationsSelecting
          list={list}
          loading={isLoading}
          openInvitationId={openId ?? undefined}
          onOpenInvitation={({ id }) => view.openInvitation(id)}
        />
      )}
      {mail?.state === 'waiting' && (
        <Banner
          icon="mail"
          title={t.waiting.title}
          text={
            mail.reason === undefined
              ? t.waiting.textWithoutReason({ count: mail.queued })
              : t.waiting.text({ count: mail.queued, reason: mail.reason })
          }
        />
      )}
      <InvitationsActions list={list} asked={asked} onAskedChange={onAskedChange} />
    </>
  )
}
