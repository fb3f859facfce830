import { useLater } from '../../primitives/later/useLater.ts'
import type { RunningExportProps } from './RunningExport.tsx'
import { runningExport } from './running-export.ts'

/** The running export, once the code for it is loaded. */
export function LaterExport(props: RunningExportProps) {
  const Running = useLater(runningExport)
  return Running ? <Running {...props} /> : null
}
