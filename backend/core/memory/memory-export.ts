import type { ExportProgress } from '../ports/exports.ts'

/** An export in memory. */
export interface MemoryExport extends ExportProgress {
  madeBy: string
  madeAt: Date
  ids: string[]
}
