import { createLater } from '../../base/create-later.ts'

/** The running export and its bar. No first paint needs them. */
export const runningExport = createLater(async () => {
  const { RunningExport } = await import('./RunningExport.tsx')
  return RunningExport
})
