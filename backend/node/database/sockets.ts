import { Socket } from 'node:net'

/** The connections to a server, so that they can be cut if the server doesn't close them. */
export interface Sockets {
  create(): Socket
  cut(): void
}

/** Creates an empty set of connections. */
export function createSockets(): Sockets {
  const open = new Set<Socket>()
  return {
    create() {
      const socket = new Socket()
      open.add(socket)
      socket.on('close', () => open.delete(socket))
      return socket
    },
    cut() {
      for (const socket of open) socket.destroy()
    },
  }
}
