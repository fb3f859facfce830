import { useEffect } from 'react'
import { DeleteInvitationsDialog } from '../../components/invitations/DeleteInvitationsDialog.tsx'
import { ChangeUsersDialog } from '../../components/selection-run/ChangeUsersDialog.tsx'
import { DeleteUsersDialog } from '../../components/selection-run/DeleteUsersDialog.tsx'
import { runWords } from '../../components/selection-run/run-words.ts'
import { useRecentChanges } from '../../hooks/useRecentChanges.ts'
import { useTeams } from '../../hooks/useTeams.ts'
import { recentChangesMessages } from '../../messages/recent-changes.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import { InElement } from '../../primitives/element/InElement.tsx'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { RunSnapshot } from '../../state/runs/run-snapshot.ts'
import type { BulkProps } from './bulk-props.ts'
import type { BulkRequest } from './bulk-request.ts'
import { PageDock } from './PageDock.tsx'
import { PausedRuns } from './PausedRuns.tsx'
import { Recent } from './Recent.tsx'
import { RunDialogs } from './RunDialogs.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { useActionNames } from './useActionNames.ts'
import { useRequested } from './useRequested.ts'
import { useRunFocus } from './useRunFocus.ts'
import { useShownRun } from './useShownRun.ts'

/**
 * Everything that is done with many users: the bar, the dialogs, and the notices about it. It stays while the person
 * looks at another tab, since what was started here, or by *Undo* in a notice, is then shown there.
 */
export function Bulk(props: BulkProps) {
  const { users, viewer, page, table, openUser, openInvitation, slots } = props
  const teams = useTeams()
  const t = useMessages(selectionRunMessages)
  const { toast } = useNotices()
  const namesOf = useActionNames({ roles: props.roles, teams })
  const focus = useRunFocus(users, page, table)

  function onDone(run: RunSnapshot, request: BulkRequest) {
    const { of } = request
    const { selection, action } = run
    focus.ended(request)
    const { done = 0, undo, id } = selection ?? {}
    if (action.kind === 'delete' && 'ids' in of && of.ids.includes(users.view.getState().openUserId ?? ''))
      users.view.openUser(null)
    toast({
      text: runWords(t, run, namesOf(action)).done(done),
      ...(undo &&
        id !== undefined && {
          duration: undo.remainingMs,
          action: {
            label: t.undoButton,
            onAction: () => ask({ of: { undoOf: id }, action: { kind: 'undo' } }),
          },
        }),
    })
  }

  const changes = useRecentChanges()
  const viewerId = viewer.viewer?.id
  const recent = useMessages(recentChangesMessages)
  const paused = changes.rows.filter(({ state }) => state === 'paused').length
  const { onRecentNoteChange } = props
  useEffect(
    () => onRecentNoteChange(paused > 0 ? recent.pausedCount({ count: paused }) : undefined),
    [onRecentNoteChange, paused, recent],
  )
  const runs = useShownRun({ onDone, picked: users.view.picked })
  const { shown } = runs
  // *Recent changes* also continues and retries those of invitations.
  const isOfInvitations = shown?.snapshot.resource === 'invitations'

  function ask(request: BulkRequest) {
    focus.asked(request)
    runs.ask(request)
  }

  useRequested(props, (request) => (request.run ? runs.resume(request.run) : ask(request)))

  return (
    <>
      <InElement slot={slots.bulk}>
        <PageDock slot={slots.dock}>
          {!shown && (
            <PausedRuns
              changes={changes}
              viewerId={viewerId}
              namesOf={namesOf}
              onContinue={runs.resume}
              onAsk={ask}
            />
          )}
          <SelectionBar {...props} teams={teams} onAsk={ask} />
        </PageDock>
      </InElement>
      {props.showsRecent && (
        <Recent
          changes={changes}
          viewerId={viewerId}
          namesOf={namesOf}
          onClose={() => props.onShowsRecentChange(false)}
          onAsk={ask}
          onContinue={runs.resume}
          onOpenRow={(id, resource) => (resource === 'invitations' ? openInvitation(id) : openUser(id))}
        />
      )}
      {shown && (
        <RunDialogs
          shown={shown}
          names={namesOf(shown.snapshot.action)}
          viewerId={viewerId}
          onConfirm={runs.confirm}
          onClose={runs.close}
          onAsk={ask}
          onContinue={() => runs.resume(shown.run)}
          onOpenUser={(id) => {
            runs.close()
            if (isOfInvitations) openInvitation(id)
            else openUser(id)
          }}
          returnFocus={focus.returnFocus}
          question={(question, choice) =>
            shown.snapshot.action.kind === 'delete' && isOfInvitations ? (
              <DeleteInvitationsDialog {...question} />
            ) : shown.snapshot.action.kind === 'delete' ? (
              <DeleteUsersDialog companyName={viewer.company?.name} {...choice} {...question} />
            ) : (
              <ChangeUsersDialog names={namesOf(shown.snapshot.action)} {...question} />
            )
          }
        />
      )}
    </>
  )
}
