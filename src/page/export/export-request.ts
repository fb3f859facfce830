import type { ExportRequest } from '../../contract/exports.ts'
import type { SaveTarget } from './save-target.ts'

/** An export that the person has started, and where its file is saved. */
export interface AskedExport {
  request: ExportRequest
  fileName: string
  target: Promise<SaveTarget>
}
