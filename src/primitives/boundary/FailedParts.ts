import { createContext } from 'react'

/** A part of the interface that failed. */
export interface FailedPart {
  part: 'page' | 'panel' | 'dialog'
  error: unknown
}

/** What boundaries do about a failed part. */
export interface FailedPartsContextValue {
  /** Reports a part that failed. */
  report(failed: FailedPart): void
  reload(): void
}

/** Carries the reports of boundaries to the page. Without a page nothing is reported. */
export const FailedParts = createContext<FailedPartsContextValue>({
  report: () => undefined,
  reload: () => window.location.reload(),
})
