import { type RefObject, useRef, useState } from 'react'
import { DeleteInvitationsDialog } from '../../components/invitations/DeleteInvitationsDialog.tsx'
import { ChangeUsersDialog } from '../../components/selection-run/ChangeUsersDialog.tsx'
import { runWords } from '../../components/selection-run/run-words.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { InvitationsQuery } from '../../contract/invitations-query.ts'
import type { Of } from '../../contract/selection-requests.ts'
import { useInvitationRuns } from '../../hooks/useInvitationRuns.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { useRecentChanges } from '../../hooks/useRecentChanges.ts'
import { useViewer } from '../../hooks/useViewer.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import type { DataTableActions } from '../../primitives/data-table/useTableActions.ts'
import type { ElementSlot } from '../../primitives/element/element-slot.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { RunChoice } from '../../state/runs/run-driver.ts'
import type { RunSnapshot } from '../../state/runs/run-snapshot.ts'
import type { BulkRequest } from '../bulk/bulk-request.ts'
import { PageDock } from '../bulk/PageDock.tsx'
import { PausedRuns } from '../bulk/PausedRuns.tsx'
import { RunDialogs } from '../bulk/RunDialogs.tsx'
import { type Requested, useRequested } from '../bulk/useRequested.ts'
import { useRunFocus } from '../bulk/useRunFocus.ts'
import { type ShownRun, useShownRun } from '../bulk/useShownRun.ts'
import { InvitationsBar } from './InvitationsBar.tsx'
import type { InvitationVerbs } from './invitation-verbs.ts'

interface InvitationsBulkProps extends Requested {
  list: InvitationsListResult
  verbs: InvitationVerbs
  page: RefObject<HTMLElement | null>
  table: RefObject<DataTableActions | null>
  /** Shows a change that is left by closing the tab. */
  onLeave: (request: BulkRequest) => void
  /** The place for bars of the page. */
  dock: ElementSlot
}

const nothing: readonly Invitation[] = []

const noNames = () => ({})

/** Everything that is done with many invitations: the bar, the dialogs, and the notices about it. */
export function InvitationsBulk(props: InvitationsBulkProps) {
  const { list, verbs, page, table, dock } = props
  const t = useMessages(invitationsMessages)
  const words = useMessages(selectionRunMessages)
  const { toast } = useNotices()
  const { read, inviteAgain } = useInvitationRuns()
  const [asked, setAsked] = useState(nothing)
  const invited = useRef(new WeakMap<BulkRequest, readonly Invitation[]>())
  const latestRequest = useRef<BulkRequest>(undefined)
  const reading = useRef<Promise<void>>(undefined)
  const confirmed = useRef<BulkRequest>(undefined)
  const focus = useRunFocus(list, page, table)

  async function again(invitations: readonly Invitation[]) {
    const { sent, failed } = await inviteAgain(invitations)
    if (sent > 0) toast({ text: t.invitedAgain({ count: sent }) })
    if (failed > 0) toast({ text: t.failedAgain({ count: failed }), tone: 'failed' })
  }

  function report(run: RunSnapshot, request: BulkRequest) {
    focus.ended(request)
    const { selection, action, failed } = run
    const done = selection?.done ?? 0
    if (done === 0) return
    const left = new Set(failed.map(({ id }) => id))
    const people = invited.current.get(request) ?? nothing
    const gone = people.filter(({ id, actions }) => actions.delete.allowed && !left.has(id))
    const { view } = list
    const { openInvitationId } = view.getState()
    if (action.kind === 'delete' && gone.some(({ id }) => id === openInvitationId)) view.openInvitation(null)
    toast({
      text: runWords(words, run).done(done),
      // Only if all of them are known, or some people would silently be left out.
      ...(action.kind === 'delete' &&
        gone.length === done && { action: { label: t.inviteAgain, onAction: () => void again(gone) } }),
    })
  }

  const runs = useShownRun({
    onDone: report,
    picked: list.view.picked,
    onLeave: props.onLeave,
  })
  const { shown } = runs
  const { viewer } = useViewer()
  const recent = useRecentChanges()
  const changes = { ...recent, rows: recent.rows.filter(({ resource }) => resource === 'invitations') }

  /** Loads who is invited by what is deleted, unless something else has been started by then. */
  async function readAsked(request: BulkRequest) {
    const invitations = await read(request.of as Of<InvitationsQuery>)
    invited.current.set(request, invitations)
    if (latestRequest.current === request) setAsked(invitations)
  }

  function ask(asked: BulkRequest) {
    const request: BulkRequest = { ...asked, resource: 'invitations' }
    focus.asked(request)
    setAsked(nothing)
    latestRequest.current = request
    reading.current = request.action.kind === 'delete' ? readAsked(request).catch(() => undefined) : undefined
    runs.ask(request)
  }

  /** Starts a change from the result of another one, which is reported first. */
  function askAfter(result: ShownRun, asked: BulkRequest) {
    report(result.snapshot, result.request)
    ask(asked)
  }

  /** Deletes once it is known who was invited: afterwards nobody could invite them again. */
  async function confirm(choice: RunChoice) {
    const request = latestRequest.current
    if (confirmed.current === request) return
    confirmed.current = request
    await reading.current
    confirmed.current = undefined
    // Cancelled while that was loading.
    if (latestRequest.current === request) runs.confirm(choice)
  }

  useRequested(props, ask)

  function close() {
    if (shown?.step === 'result') report(shown.snapshot, shown.request)
    latestRequest.current = undefined
    runs.close()
  }

  return (
    <>
      <PageDock slot={dock}>
        {!shown && (
          <PausedRuns
            changes={changes}
            viewerId={viewer?.id}
            namesOf={noNames}
            onContinue={runs.resume}
            onAsk={ask}
          />
        )}
        <InvitationsBar list={list} verbs={verbs} onAsk={ask} />
      </PageDock>
      {shown && (
        <RunDialogs
          shown={shown}
          names={{}}
          viewerId={undefined}
          onConfirm={(choice) => void confirm(choice)}
          onClose={close}
          onAsk={(request) => askAfter(shown, request)}
          onContinue={() => runs.resume(shown.run)}
          onOpenUser={(id) => {
            close()
            list.view.openInvitation(id)
          }}
          returnFocus={focus.returnFocus}
          question={(question) =>
            shown.snapshot.action.kind === 'delete' ? (
              <DeleteInvitationsDialog invitations={asked} {...question} />
            ) : (
              <ChangeUsersDialog {...question} />
            )
          }
        />
      )}
    </>
  )
}
