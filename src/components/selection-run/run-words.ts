import type { SelectionAction } from '../../contract/selection-requests.ts'
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
}

/** Returns the sentences about an action. */
export function runWords(
  t: RunMessages,
  action: SelectionAction,
  { roleName = '', teamNames = [] }: ActionNames = {},
): RunWords {
  const common = {
    ...t.changed,
    failedText: ({ count }: { count: number }) => t.changed.failedText({ count }),
  }
  switch (action.kind) {
    case 'delete': {
      const words = t.delete
      return {
        ...words,
        ask: (count) => words.ask({ count }),
        text: words.textWithoutName,
        confirm: (count) => words.confirm({ count }),
        title: (count) => (action.deleteInvitations ? words.withInvitations.title : words.confirm)({ count }),
        running: (count) => words.running({ count }),
        tally: (count) => words.tally({ count }),
        done: (count) => (action.deleteInvitations ? words.withInvitations.done : words.done)({ count }),
        failedText: ({ count }) => words.failedText({ count }),
      }
    }
    case 'changeRole': {
      const words = t.changeRole
      return {
        ...common,
        ...words,
        ask: (count) => words.ask({ count, roleName }),
        confirm: (count) => words.confirm({ count }),
        title: (count) => words.title({ count, roleName }),
        running: (count) => words.running({ count }),
        tally: (count) => words.tally({ count }),
        done: (count) => words.done({ count }),
      }
    }
    case 'changeTeams': {
      const words = action.add.length > 0 ? t.addToTeam : t.removeFromTeam
      return {
        ...common,
        ...words,
        ask: (count) => words.ask({ count, teamNames }),
        confirm: (count) => words.confirm({ count }),
        title: (count) => words.title({ count, teamNames }),
        running: (count) => words.running({ count }),
        tally: (count) => words.tally({ count }),
        done: (count) => words.done({ count }),
      }
    }
    default: {
      const words = t.undo
      return {
        ...common,
        ...words,
        ask: (count) => words.ask({ count }),
        confirm: (count) => words.confirm({ count }),
        title: (count) => words.title({ count }),
        running: (count) => words.running({ count }),
        tally: (count) => words.tally({ count }),
        done: (count) => words.done({ count }),
        failedText: ({ count, partial }) => words.failedText({ count, whole: count - partial, partial }),
      }
    }
  }
}
