import { useCallback, useEffect, useRef } from 'react'
import { anySignal } from '../base/any-signal.ts'
import type { ExportRequest } from '../contract/exports.ts'
import type { Outcome } from '../state/core/outcome.ts'
import { type ExportProgress, exportUsers, type FileSink } from '../state/export/export-users.ts'
import { useRosterState } from './RosterContext.ts'

/** What {@link useUsersExport} returns. Its functions are stable. */
export interface UseUsersExportResult {
  /** Writes the list to a file. An incomplete file is discarded. Starting another export cancels the previous one. */
  start(
    request: ExportRequest,
    sink: FileSink,
    onProgress: (progress: ExportProgress) => void,
  ): Promise<Outcome<ExportProgress>>
  /** Stops the export and discards what was written. */
  cancel(): void
}

/** Exports the list of users as CSV. Unmounting the component cancels it. */
export function useUsersExport(): UseUsersExportResult {
  const state = useRosterState('useUsersExport')
  const running = useRef<AbortController>(undefined)
  const cancel = useCallback(() => running.current?.abort(), [])
  useEffect(() => cancel, [cancel])
  const start: UseUsersExportResult['start'] = useCallback(
    (request, sink, onProgress) => {
      running.current?.abort()
      const controller = new AbortController()
      running.current = controller
      const signal = anySignal([controller.signal, state.signal])
      return exportUsers(state, request, { sink, signal, onProgress })
    },
    [state],
  )
  return { start, cancel }
}
