import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Creates a folder that is removed after the test, or when `finished` says. */
export function temporaryFolder(finished: (end: () => void) => void = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'roster-demo-'))
  finished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
