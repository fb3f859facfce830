import type { FrozenSelection } from '../../contract/selections.ts'
import type { FormattedMessages } from '../../messages/message.ts'
import type { selectionRunMessages } from '../../messages/selection-run.ts'
import type { ActionNames } from './run-view.ts'

/** The formatted messages of changes to many users. */
export type RunMessages = FormattedMessages<(typeof selectionRunMessages)['messages']>

/** The sentences about one kind of change. */
export interface RunWords {
  ask(count: number): string
  text: string
  confirm(count: number): string
  /** What was done, as a title. */
  title(count: number): string
  running(count: number): string
  stop: string
  tally(count: number): string
  done(count: number): string
  failed(parameters: { count: number; failed: number; done: number }): string
  failedText(parameters: { count: number; partial: number }): string
  paused(parameters: { count: number; done: number }): string
  pausedText: string
  stoppedAt(parameters: { count: number; done: number }): string
  /** Says that none of the selected rows can be changed. */
  nobody: string
  skippedCount(parameters: { count: number }): string
  failedToBegin: string
}

/** What a change does, and to what. */
export type RunKind = Pick<FrozenSelection, 'action'> & Partial<Pick<FrozenSelection, 'resource'>>

/** Returns the sentences about a change. */
export function runWords(t: RunMessages, { action, resource }: RunKind, names: ActionNames = {}): RunWords {
  if (resource === 'invitations')
    return { ...t.invitations, ...plainWords(t.invitations[action.kind === 'delete' ? 'delete' : 'resend']) }
  const { nobody, skippedCount, failedToBegin, stoppedAt } = t
  return { nobody, skippedCount, failedToBegin, stoppedAt, ...userWords(t, action, names) }
}

/** What most changes say: sentences about a number of rows. */
type PlainMessages = Record<
  'ask' | 'confirm' | 'running' | 'tally' | 'done',
  (of: { count: number }) => string
> &
  Pick<RunWords, 'text' | 'stop' | 'failed' | 'paused' | 'pausedText'> & {
    failedText(of: { count: number }): string
  }

type ActionWords = Omit<RunWords, 'nobody' | 'skippedCount' | 'failedToBegin' | 'stoppedAt'>

const plainWords = ({
  ask,
  confirm,
  running,
  tally,
  done,
  failedText,
  ...words
}: PlainMessages): ActionWords => ({
  ...words,
  ask: (count) => ask({ count }),
  confirm: (count) => confirm({ count }),
  title: (count) => confirm({ count }),
  running: (count) => running({ count }),
  tally: (count) => tally({ count }),
  done: (count) => done({ count }),
  failedText: ({ count }) => failedText({ count }),
})

function userWords(
  t: RunMessages,
  action: FrozenSelection['action'],
  { roleName = '', teamNames = [] }: ActionNames,
): ActionWords {
  switch (action.kind) {
    case 'delete': {
      const { withInvitations, ...words } = t.delete
      const { title, done } = action.deleteInvitations
        ? withInvitations
        : { title: words.confirm, done: words.done }
      return {
        ...plainWords({ ...words, done, text: words.textWithoutName }),
        title: (count) => title({ count }),
      }
    }
    case 'changeRole': {
      const { title, ask } = t.changeRole
      return {
        ...plainWords({ ...t.changed, ...t.changeRole, ask: ({ count }) => ask({ count, roleName }) }),
        title: (count) => title({ count, roleName }),
      }
    }
    case 'changeTeams': {
      const words = action.add.length > 0 ? t.addToTeam : t.removeFromTeam
      return {
        ...plainWords({ ...t.changed, ...words, ask: ({ count }) => words.ask({ count, teamNames }) }),
        title: (count) => words.title({ count, teamNames }),
      }
    }
    default: {
      const { failedText: _, title, ...words } = t.undo
      return {
        ...plainWords({ ...t.changed, ...words }),
        title: (count) => title({ count }),
        failedText: ({ count, partial }) => t.undo.failedText({ count, whole: count - partial, partial }),
      }
    }
  }
}
