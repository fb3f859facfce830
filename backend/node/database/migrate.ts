import { Migrator } from 'kysely/migration'
import { buildIndexes } from './build-indexes.ts'
import type { Database } from './database.ts'
import { up as companies } from './migrations/001-companies.ts'
import { up as signIns } from './migrations/002-sign-ins.ts'
import { up as emailKeys } from './migrations/003-email-keys.ts'
import { up as membersRevision } from './migrations/004-members-revision.ts'
import { up as foldAgain } from './migrations/005-fold-again.ts'
import { up as selections } from './migrations/007-selections.ts'
import { up as deployment } from './migrations/008-deployment.ts'
import { up as erasedUsers } from './migrations/009-erased-users.ts'
import { up as invitations } from './migrations/011-invitations.ts'
import { up as idleLogout } from './migrations/014-idle-logout.ts'

/** A migration of nothing but indexes, which {@link buildIndexes} builds now. Databases know it by its name. */
const ofIndexes = { up: async () => {} }

/**
 * Brings the schema up to date in one transaction, then builds the indexes of large tables. Instances that start at the
 * same time wait for one another by an advisory lock.
 */
export async function migrate(database: Pick<Database, 'kind' | 'patient'>): Promise<void> {
  const { patient } = database
  const migrator = new Migrator({
    db: patient,
    provider: {
      getMigrations: async () => ({
        '001-companies': { up: companies },
        '002-sign-ins': { up: signIns },
        '003-email-keys': { up: emailKeys },
        '004-members-revision': { up: membersRevision },
        '005-fold-again': { up: foldAgain },
        '007-selections': { up: selections },
        '008-deployment': { up: deployment },
        '009-erased-users': { up: erasedUsers },
        '010-sweeping': ofIndexes,
        '011-invitations': { up: invitations },
        '014-idle-logout': { up: idleLogout },
        '015-mail-by-recipient': ofIndexes,
      }),
    },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
  await buildIndexes(database)
}
