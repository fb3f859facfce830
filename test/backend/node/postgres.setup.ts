import type { TestProject } from 'vitest/node'
import { migrate } from '../../../backend/node/database/migrate.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { startPostgres } from '../../../scripts/postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a migrated database, which tests copy. */
    postgresTemplate: string
  }
}

/** One server a run, with one database to copy. */
export async function setup(project: TestProject) {
  const server = await startPostgres()
  const template = openPostgres(server.url('postgres'), { connections: 1 })
  await migrate(template)
  await template.close()
  project.provide('postgresTemplate', server.url('postgres'))
  return () => server.stop()
}
