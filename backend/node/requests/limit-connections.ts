import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from '../identity/network.ts'
import { plainAddress } from '../identity/trusted-blocks.ts'

/** Bounds of the connections to a server. */
export interface ConnectionLimits {
  /** Open connections. @default 10_000 */
  most?: number
  /** Those of one client address. @default half of them */
  mostEach?: number
  /** Whether a plain address is a trusted proxy's, which connects for many clients. */
  isProxy(address: string): boolean
}

/**
 * Closes new connections beyond the limits. Each open one takes memory and a file descriptor, which connections to the
 * database need too.
 */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  const { most = 10_000, mostEach = Math.ceil(most / 2), isProxy } = limits
  const open = new Map<string, number>()
  server.maxConnections = most

  server.on('connection', (socket: Socket) => {
    const address = plainAddress(socket.remoteAddress ?? '')
    if (isProxy(address)) return
    const network = networkOf(address)
    const count = open.get(network) ?? 0
    if (count >= mostEach) return socket.destroy()
    open.set(network, count + 1)
    socket.on('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
  })
}
