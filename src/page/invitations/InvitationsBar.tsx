import { useSyncExternalStore } from 'react'
import { BulkBar } from '../../components/bulk-bar/BulkBar.tsx'
import type { BulkBarAction } from '../../components/bulk-bar/bulk-action.ts'
import { useCooldown } from '../../hooks/useCooldown.ts'
import type { InvitationsListResult } from '../../hooks/useInvitationsList.ts'
import { invitationsMessages } from '../../messages/invitations.ts'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { ofSelection } from '../../state/runs/of-selection.ts'
import type { BulkRequest } from '../bulk/bulk-request.ts'
import type { InvitationVerbs } from './invitation-verbs.ts'
import { knownInvitations } from './known-invitations.ts'

interface InvitationsBarProps {
  list: InvitationsListResult
  verbs: InvitationVerbs
  onAsk: (request: BulkRequest) => void
}

/** The bar of a selection of invitations. It is rendered while something is selected. */
export function InvitationsBar({ list, verbs, onAsk }: InvitationsBarProps) {
  const t = useMessages(invitationsMessages)
  const { countdown } = useFormats()
  const { subscribe, getSnapshot, getServerSnapshot, clearSelection } = list.selecting
  const selected = useSyncExternalStore(subscribe, getSnapshot, getServerSnapshot)
  const { selection, selectedCount: count, selectedElsewhere } = selected
  const known = knownInvitations(list, selection)
  const seconds = useCooldown(known)
  if (count === 0) return null
  // One that can be sent is enough, and one that isn't loaded may be: the others are listed afterwards.
  const isCooling =
    seconds > 0 && known.length >= count && known.every(({ actions }) => !actions.resend.allowed)
  const ask = (kind: 'delete' | 'resend') =>
    onAsk({
      of: ofSelection(selection, list.query),
      action: { kind },
      isSelection: true,
      isConfirmed: kind === 'resend',
    })
  const resend: BulkBarAction = {
    id: 'resend',
    label: t.resendMany,
    shortLabel: t.resendShort,
    note: isCooling ? t.again({ time: countdown(seconds) }) : undefined,
    isEnabled: !isCooling,
    onAction: () => ask('resend'),
  }
  return (
    <BulkBar
      count={count}
      isAll={selection.mode === 'exclude' && count === list.total}
      elsewhere={selectedElsewhere}
      onClear={clearSelection}
      actions={verbs.resend ? [resend] : undefined}
      deleteLabel={t.deleteMany}
      deleteShortLabel={t.deleteShort}
      onDeleteUsers={verbs.delete ? () => ask('delete') : undefined}
    />
  )
}
