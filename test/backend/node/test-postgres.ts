import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** Address of a new database on the run's server: a copy of the migrated one, or empty. */
export async function createPostgres(kind: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const template = new URL(inject('postgresTemplate'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const maintenance = Object.assign(new URL(template), { pathname: '/template1' })
  const client = new pg.Client(maintenance.href)
  await client.connect()
  try {
    await client.query(`create database ${name} template ${kind === 'empty' ? 'template0' : 'postgres'}`)
  } finally {
    await client.end()
  }
  return Object.assign(new URL(template), { pathname: `/${name}` }).href
}
