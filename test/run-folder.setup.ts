import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder that the files of a run share. It is removed afterwards. */
    runFolder: string
  }
}

/** Creates the folder of a run. */
export async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'roster-run-'))
  project.provide('runFolder', folder)
  return () => rm(folder, { recursive: true, force: true })
}
