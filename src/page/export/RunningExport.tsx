import { useCallback, useEffect, useRef, useState } from 'react'
import { ExportBar, type ExportView } from '../../components/users-export/ExportBar.tsx'
import { useUsersExport } from '../../hooks/useUsersExport.ts'
import { usersExportMessages } from '../../messages/users-export.ts'
import { useMessages } from '../../primitives/roster-ui/useMessages.ts'
import { useNotices } from '../../primitives/roster-ui/useNotices.ts'
import type { AskedExport } from './export-request.ts'
import { downloadSink, fileSink } from './file-sink.ts'
import { askSaveTarget } from './save-target.ts'

interface RunningExportProps {
  asked: AskedExport | undefined
}

/** The running export, with its bar. */
export function RunningExport({ asked }: RunningExportProps) {
  const t = useMessages(usersExportMessages)
  const { toast } = useNotices()
  const { start, cancel } = useUsersExport()
  const [view, setView] = useState<ExportView>()
  const texts = useRef({ t, toast })
  useEffect(() => {
    texts.current = { t, toast }
  })

  const run = useCallback(
    async ({ request, fileName, target: asking }: AskedExport) => {
      const target = await asking
      if (target.kind === 'none') return
      let last = { rows: 0, total: undefined as number | undefined }
      setView({ status: 'running', ...last })
      const sink = target.kind === 'file' ? fileSink(target.handle) : downloadSink(fileName, document)
      const outcome = await start(request, sink, (progress) => {
        last = progress
        setView({ status: 'running', ...progress })
      })
      if (!outcome.ok) {
        const isCancelled = outcome.error.code === 'aborted'
        setView(isCancelled ? undefined : { status: 'failed', ...last, error: outcome.error })
        return
      }
      const { rows } = outcome.value
      setView(target.kind === 'download' ? { status: 'downloaded', rows } : undefined)
      if (target.kind === 'file') texts.current.toast({ text: texts.current.t.saved({ count: rows }) })
    },
    [start],
  )

  useEffect(() => {
    if (asked) void run(asked)
  }, [asked, run])

  if (!view) return null
  return (
    <ExportBar
      value={view}
      onCancel={cancel}
      onRetry={asked && (() => void run({ ...asked, target: askSaveTarget(asked.fileName) }))}
      onDismiss={() => setView(undefined)}
    />
  )
}
