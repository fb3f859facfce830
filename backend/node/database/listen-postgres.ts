import pg from 'pg'
import type { Database } from './database.ts'
import type { Sockets } from './sockets.ts'

const timeout = 2_000

/** Listens on a separate connection, as a pool closes idle ones. */
export const listenPostgres =
  (url: string, sockets: Sockets): Database['listen'] =>
  async (channel, heard, lost) => {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: timeout,
      query_timeout: timeout,
      keepAlive: true,
      stream: sockets.create,
    })
    client.on('notification', ({ payload = '' }) => heard(payload))
    client.on('error', lost)
    client.on('end', lost)
    // A server that doesn't respond never closes the connection, so this doesn't wait for it.
    const stop = async () => void client.end().catch(() => {})
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await stop()
      throw error
    }
    return stop
  }
