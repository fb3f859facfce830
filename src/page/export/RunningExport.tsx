import { useCallback, useEffect, useRef, useState } from 'react'
import { ExportBar, type ExportView } from '../../components/users-export/ExportBar.tsx'
import { useUsersExport } from '../../hooks/useUsersExport.ts'
import { usersExportBarMessages } from '../../messages/users-export-bar.ts'
import type { ElementSlot } from '../../primitives/element/element-slot.ts'
import { InElement } from '../../primitives/element/InElement.tsx'
import { useLatest } from '../../primitives/element/useLatest.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import { PageDock } from '../bulk/PageDock.tsx'
import { exportColumns } from './export-columns.ts'
import type { AskedExport } from './export-request.ts'
import { downloadSink, fileSink } from './file-sink.ts'
import { askSaveTarget } from './save-target.ts'

/** Props of {@link RunningExport}. */
export interface RunningExportProps {
  asked: AskedExport
  /** Where the open tab shows bars. A tab that has no such place shows them in their own. */
  dock: ElementSlot
}

/** The running export, with its bar. It goes on while the person looks at another tab. */
export function RunningExport({ asked, dock }: RunningExportProps) {
  const t = useMessages(usersExportBarMessages)
  const { toast } = useNotices()
  const { start, cancel } = useUsersExport()
  const [view, setView] = useState<ExportView>()
  const texts = useLatest({ t, toast })

  const current = useRef<object>(undefined)
  const run = useCallback(
    async ({ query, columns, fileName, target: asking }: AskedExport) => {
      const target = await asking
      if (target.kind === 'none') return
      let last = { rows: 0, total: undefined as number | undefined }
      // Another export takes the bar, and cancels this one.
      const own = {}
      current.current = own
      const show = (next: ExportView | undefined) => {
        if (current.current === own) setView(next)
      }
      show({ status: 'running', ...last })
      const sink = target.kind === 'file' ? fileSink(target.handle) : downloadSink(fileName, document)
      const request = { query, columns: exportColumns(columns) }
      const outcome = await start(request, sink, (progress) => {
        last = progress
        show({ status: 'running', ...progress })
      })
      if (!outcome.ok) {
        const isCancelled = outcome.error.code === 'aborted'
        show(isCancelled ? undefined : { status: 'failed', ...last, error: outcome.error })
        return
      }
      const { rows } = outcome.value
      show(target.kind === 'download' ? { status: 'downloaded', rows } : undefined)
      if (target.kind === 'file') texts.current.toast({ text: texts.current.t.saved({ count: rows }) })
    },
    [start],
  )

  const started = useRef<AskedExport>(undefined)
  useEffect(() => {
    // An effect may run twice, and two exports would write to one file.
    if (started.current === asked) return
    started.current = asked
    void run(asked)
  }, [asked, run])

  if (!view) return null
  const bar = (
    <ExportBar
      value={view}
      onCancel={cancel}
      onRetry={() => void run({ ...asked, target: askSaveTarget(asked.fileName) })}
      onDismiss={() => setView(undefined)}
    />
  )
  return (
    <InElement slot={dock} fallback={<PageDock>{bar}</PageDock>}>
      {bar}
    </InElement>
  )
}
