import { AsyncLocalStorage } from 'node:async_hooks'

/** Facts about the connection that a `Request` doesn't contain. */
export interface Connection {
  /** The client's address, if it is known. */
  address: string | undefined
  /** Whether the browser speaks HTTPS, to us or to a trusted proxy. */
  isHttps: boolean
  /** The host that the browser requested, as forwarded by a trusted proxy. */
  host?: string
}

const connections = new AsyncLocalStorage<Connection>()

/** Handles a request, and all requests made from it, with its connection. */
export const withConnection = <Result>(connection: Connection, handle: () => Result): Result =>
  connections.run(connection, handle)

/** The connection of the current request. */
export const currentConnection = (): Connection =>
  connections.getStore() ?? { address: undefined, isHttps: false }
