import { useEffect, useState, useSyncExternalStore } from 'react'
import { type Selection, selectionFrom } from '../../base/selection.ts'
import { BulkBar } from '../../components/bulk-bar/BulkBar.tsx'
import { DeleteInvitationsDialog } from '../../components/invitations/DeleteInvitationsDialog.tsx'
import { FailedInvitationsDialog } from '../../components/invitations/FailedInvitationsDialog.tsx'
import { useFailureSentence } from '../../components/wording/useFailureSentence.ts'
import type { Invitation } from '../../contract/invitations.ts'
import type { FailedRow } from '../../contract/selections.ts'
import { useCooldown } from '../../hooks/useCooldown.ts'
import { useInvitationRuns } from '../../hooks/useInvitationRuns.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import { ofSelection } from '../../state/runs/of-selection.ts'
import { PageDock } from '../bulk/PageDock.tsx'
import { knownInvitations } from './known-invitations.ts'

type Kind = 'delete' | 'resend'

interface InvitationsActionsProps {
  list: InvitationsListResult
  /** One invitation that the person wants to delete, from its panel. */
  asked: Invitation | undefined
  onAskedChange: (asked: Invitation | undefined) => void
}

interface Asked {
  selection: Selection
  count: number
  invitations: readonly Invitation[]
}

/** The bar of a selection of invitations, its confirmation, and the list of what failed. */
export function InvitationsActions({ list, asked, onAskedChange }: InvitationsActionsProps) {
  const t = useMessages(invitationsMessages)
  const { toast } = useNotices()
  const sentence = useFailureSentence()
  const { run, inviteAgain } = useInvitationRuns()
  const { subscribe, getSnapshot, getServerSnapshot, setSelection, clearSelection } = list.selecting
  const { selection, selectedCount, selectedElsewhere } = useSyncExternalStore(
    subscribe,
    getSnapshot,
    getServerSnapshot,
  )
  const [question, setQuestion] = useState<Asked>()
  const [isRunning, setRunning] = useState(false)
  const [failed, setFailed] = useState<{ kind: Kind; rows: readonly FailedRow[] }>()
  const known = knownInvitations(list, selection)
  const cooldown = useCooldown(known)
  const isCooling = cooldown > 0 && known.every(({ actions }) => !actions.resend.allowed)
  const time = `${Math.floor(cooldown / 60)}:${String(cooldown % 60).padStart(2, '0')}`

  useEffect(() => {
    if (!asked) return
    onAskedChange(undefined)
    setQuestion({
      selection: selectionFrom({ mode: 'include', ids: [asked.id] }),
      count: 1,
      invitations: [asked],
    })
  }, [asked, onAskedChange])

  async function again(invitations: readonly Invitation[]) {
    const { sent, failed } = await inviteAgain(invitations)
    if (sent > 0) toast({ text: t.invitedAgain({ count: sent }) })
    if (failed > 0) toast({ text: t.failedAgain({ count: failed }), tone: 'failed' })
  }

  async function start(kind: Kind, { selection, invitations }: Pick<Asked, 'selection' | 'invitations'>) {
    setRunning(true)
    const outcome = await run(ofSelection(selection, list.query), kind)
    setRunning(false)
    setQuestion(undefined)
    if (!outcome.ok) return void toast({ text: sentence(outcome.error), tone: 'failed' })
    const { done, failed } = outcome.value
    const left = new Set(failed.map(({ id }) => id))
    setSelection(selectionFrom({ mode: 'include', ids: [...left] }))
    const gone = invitations.filter(({ id }) => !left.has(id))
    if (kind === 'resend' && done > 0) toast({ text: t.resent({ count: done }) })
    if (kind === 'delete' && done > 0)
      toast({
        text: t.deleted({ count: done }),
        ...(gone.length === done && {
          action: { label: t.inviteAgain, onAction: () => void again(gone) },
        }),
      })
    setFailed(failed.length > 0 ? { kind, rows: failed } : undefined)
  }

  return (
    <>
      <PageDock>
        {selectedCount > 0 && (
          <BulkBar
            count={selectedCount}
            isAll={selection.mode === 'exclude' && selectedCount === list.total}
            elsewhere={selectedElsewhere}
            onClear={clearSelection}
            actions={[
              {
                id: 'resend',
                label: isCooling ? t.resendAgain({ time }) : t.resendMany,
                isEnabled: !isCooling && !isRunning,
                onAction: () => void start('resend', { selection, invitations: known }),
              },
            ]}
            deleteLabel={t.deleteMany}
            onDeleteUsers={() => setQuestion({ selection, count: selectedCount, invitations: known })}
          />
        )}
      </PageDock>
      {question && (
        <DeleteInvitationsDialog
          open
          onOpenChange={() => setQuestion(undefined)}
          count={question.count}
          invitations={question.invitations}
          pending={isRunning}
          onConfirm={() => void start('delete', question)}
        />
      )}
      {failed && (
        <FailedInvitationsDialog
          open
          onOpenChange={() => setFailed(undefined)}
          kind={failed.kind}
          rows={failed.rows}
          onRetry={() => {
            setFailed(undefined)
            const ids = failed.rows.map(({ id }) => id)
            const again = selectionFrom({ mode: 'include', ids })
            void start(failed.kind, { selection: again, invitations: knownInvitations(list, again) })
          }}
        />
      )}
    </>
  )
}
