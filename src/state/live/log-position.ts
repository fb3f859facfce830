import type { RosterEvent } from '../../contract/events.ts'
import type { LogNews } from './stream-peers.ts'

/** How far a window has read the log. */
export interface LogPosition {
  /** Undefined before the first response. */
  readonly revision: number | undefined
  /** Reads what is new in the news. Returns false, and reads nothing, if something before it is missing. */
  read(news: LogNews): boolean
  /** Goes on at a revision without reading what is before it. */
  skipTo(revision: number): void
}

/** Creates the position of a window that has read nothing. Each event is passed on once, however often it is sent. */
export function createLogPosition(onEvent: (event: RosterEvent) => void): LogPosition {
  let position: number | undefined
  return {
    get revision() {
      return position
    },
    read({ after, events, revision }) {
      if (position === undefined || after > position) return false
      for (const event of events) {
        if (event.revision <= position) continue
        position = event.revision
        onEvent(event)
      }
      position = Math.max(position, revision)
      return true
    },
    skipTo(revision) {
      position = revision
    },
  }
}
