import { AsyncLocalStorage } from 'node:async_hooks'

/** What a `Request` does not tell of how it came. */
export interface Connection {
  /** The client's address, where it is known. */
  address: string | undefined
  /** Whether the browser speaks HTTPS, to us or to a trusted proxy. */
  isHttps: boolean
  /** The host that the browser requested, as forwarded by a trusted proxy. */
  host?: string
}

const connections = new AsyncLocalStorage<Connection>()

/** Runs the handling of a request, and of any made from it, with its connection known. */
export const withConnection = <Result>(connection: Connection, handle: () => Result): Result =>
  connections.run(connection, handle)

/** The connection of the request in hand. */
export const currentConnection = (): Connection =>
  connections.getStore() ?? { address: undefined, isHttps: false }
