import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../backend/node/folder/make-folder.ts'

/** Returns the demo's secret key. It is created at the first start and kept beside the data. */
export async function secretKeyIn(folder: string): Promise<string> {
  const path = join(folder, 'secret-key')
  const draft = `${path}-${process.pid}`
  await makeFolder(folder)
  try {
    // Linked into place once it is complete: a full disk would leave an empty file, which the next start would use.
    writeFileSync(draft, randomBytes(32).toString('hex'), { mode: 0o600 })
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8')
}
