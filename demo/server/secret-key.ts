import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../backend/node/data-folder.ts'

/** The demo's own secret key: made at its first start, and kept beside its data. */
export async function secretKeyIn(folder: string): Promise<string> {
  const path = join(folder, 'secret-key')
  await makeFolder(folder)
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(path, 'utf8')
}
