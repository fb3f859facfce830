import { sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** The random id of a database, which every process on it shares. */
export async function readDeployment({ db }: Pick<Database, 'db'>): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from deployment`.execute(db)
  const [deployment] = rows
  if (!deployment) throw new Error('The table "deployment" must have one row. A migration creates it.')
  return deployment.id
}
