import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A way to a database that can be interrupted. */
export interface Proxy {
  url: string
  /** Passes nothing on and closes nothing, as a host that is paused. */
  freeze(): void
  /** Passes on what was sent in the meantime. */
  thaw(): void
  /** How often something was sent that is not passed on. */
  held(): number
  /** Closes every connection. */
  cut(): void
}

/** Starts a proxy in front of a database, until the test ends. */
export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  const held: (() => void)[] = []
  let isFrozen = false
  const server = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from)
      from.on('data', (data) => {
        if (isFrozen) held.push(() => to.write(data))
        else to.write(data)
      })
      from.on('error', () => {})
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.')
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  return {
    url: Object.assign(new URL(target), { port: String(address.port) }).href,
    freeze() {
      isFrozen = true
    },
    thaw() {
      isFrozen = false
      for (const pass of held.splice(0)) pass()
    },
    held: () => held.length,
    cut,
  }
}
