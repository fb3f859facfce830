import { Fragment } from 'react'
import type { FrozenSelection } from '../../contract/selections.ts'
import { recentChangesMessages } from '../../messages/recent-changes.ts'
import { selectionRunMessages } from '../../messages/selection-run.ts'
import type { IconName } from '../../primitives/icon/drawings.ts'
import { Icon } from '../../primitives/icon/Icon.tsx'
import { useFormats } from '../../primitives/roster-ui/useFormats.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { runWords } from './run-words.ts'

interface RecentChangeStateProps {
  change: FrozenSelection
  viewerId: string | undefined
}

const hour = 3_600_000

/** How far a change is, who made it and when, in one line of short parts. */
export function RecentChangeState({ change, viewerId }: RecentChangeStateProps) {
  const t = useMessages(recentChangesMessages)
  const run = useMessages(selectionRunMessages)
  const { number, time } = useFormats()
  const { state, position, done, failed, madeBy, madeAt, undone, remainingMs } = change
  const look = looks[failed > 0 && (state === 'done' || state === 'stopped') ? 'failed' : state]
  const by = (person: { id: string; name?: string }, at: string) =>
    person.id === viewerId
      ? t.byYou({ time: time(at) })
      : t.by({ name: person.name ?? t.someone, time: time(at) })
  const isAt = state === 'running' || state === 'paused' || state === 'stopped'
  const hours = Math.floor(remainingMs / hour)
  const parts = [
    isAt && t.at({ position: number(position) }),
    failed > 0 && state === 'done' && runWords(run, change).tally(done),
    undone &&
      (undone.by.id === viewerId
        ? t.undoneByYou({ time: time(undone.at) })
        : t.undoneBy({ name: undone.by.name ?? t.someone, time: time(undone.at) })),
    madeAt !== undefined ? by(madeBy, madeAt) : madeBy.id !== viewerId && (madeBy.name ?? t.someone),
    state === 'paused' &&
      madeBy.id === viewerId &&
      (hours > 0
        ? t.canContinue({ count: hours })
        : t.canContinueMinutes({ count: Math.floor(remainingMs / 60_000) })),
  ].filter((part) => typeof part === 'string')
  return (
    <span className="roster-run-meta">
      <span className="roster-run-state" data-tone={look.tone}>
        <Icon name={look.icon} size="tiny" />
        <span>
          {look.tone === 'danger' ? t.failed({ count: failed }) : t[state === 'ready' ? 'paused' : state]}
        </span>
      </span>
      {parts.map((part, index) => (
        <Fragment key={part}>
          <span>{index === 0 && isAt ? ' ' : ' · '}</span>
          <span>{part}</span>
        </Fragment>
      ))}
    </span>
  )
}

const looks: Record<FrozenSelection['state'] | 'failed', { icon: IconName; tone: string }> = {
  ready: { icon: 'pause', tone: 'warning' },
  running: { icon: 'refresh', tone: 'accent' },
  paused: { icon: 'pause', tone: 'warning' },
  stopped: { icon: 'stop', tone: 'neutral' },
  done: { icon: 'check', tone: 'success' },
  undone: { icon: 'undo', tone: 'neutral' },
  failed: { icon: 'alert', tone: 'danger' },
}
