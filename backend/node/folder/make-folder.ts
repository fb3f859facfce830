import { access, constants, mkdir } from 'node:fs/promises'
import { FolderError } from './folder-error.ts'

/** Creates a data folder if it is missing. Throws a `FolderError` if it cannot be written to. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await access(folder, constants.W_OK)
  } catch (error) {
    const reason = error instanceof Error ? error.message : error
    throw new FolderError(`ROSTER_DATA must be a folder that can be written to, got "${folder}": ${reason}.`)
  }
}
