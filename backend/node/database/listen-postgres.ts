import pg from 'pg'
import type { Database } from './open.ts'

const connectTimeout = 2_000

/** Listens on a separate connection, as a pool closes idle ones. */
export const listenPostgres =
  (url: string): Database['listen'] =>
  async (channel, heard, lost) => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: connectTimeout,
      keepAlive: true,
    })
    client.on('notification', ({ payload = '' }) => heard(payload))
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await client.end()
      throw error
    }
    return () => client.end()
  }
