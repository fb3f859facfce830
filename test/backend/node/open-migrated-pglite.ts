import { join } from 'node:path'
import type { Database } from '../../../backend/node/database/database.ts'
import { type OpenPgliteOptions, openPglite } from '../../../backend/node/database/open-pglite.ts'
import { copyDataFolder } from './copy-data-folder.ts'

/** An embedded database with its tables. */
export async function openMigratedPglite(options: OpenPgliteOptions = {}): Promise<Database> {
  return openPglite({ ...options, folder: join(await copyDataFolder(), 'pglite') })
}
