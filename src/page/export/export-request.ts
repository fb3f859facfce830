import type { ExportRequest } from '../../contract/exports.ts'
import type { SaveTarget } from './save-target.ts'

/** An export that the person has asked for, with the answer to where it goes. */
export interface AskedExport {
  request: ExportRequest
  fileName: string
  target: Promise<SaveTarget>
}
