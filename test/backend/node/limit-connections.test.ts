import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { limitConnections } from '../../../backend/node/requests/limit-connections.ts'

/** A server with room for six connections, three of one address. */
async function open(isProxy: (address: string) => boolean) {
  const server = createServer((_, response) => response.end('here'))
  limitConnections(server, { most: 6, isProxy })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  /** Whether a new connection from an address is served. It stays open. */
  async function connects(localAddress: string) {
    const socket = connect({ port, host: '127.0.0.1', localAddress })
    sockets.push(socket)
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: roster.example\r\n\r\n')
    const first = await Promise.race([
      once(socket, 'data').then(() => true),
      once(socket, 'close').then(() => false),
    ])
    return { isServed: first, socket }
  }
  return async (localAddress: string, count: number) => {
    const made = []
    for (let index = 0; index < count; index++) made.push(await connects(localAddress))
    return { served: made.map(({ isServed }) => isServed), sockets: made.map(({ socket }) => socket) }
  }
}

describe('connections', () => {
  it('of one address take half of the room at most, so that others find some', async () => {
    const make = await open(() => false)
    const { served, sockets } = await make('127.0.0.1', 5)
    expect(served).toEqual([true, true, true, false, false])
    expect((await make('127.0.0.2', 2)).served).toEqual([true, true])
    sockets[0]?.destroy()
    await expect.poll(async () => (await make('127.0.0.1', 1)).served).toEqual([true])
  })

  it('of a trusted proxy may take all of it, and no more', async () => {
    const make = await open((address) => address === '127.0.0.1')
    expect((await make('127.0.0.1', 8)).served).toEqual([...Array(6).fill(true), false, false])
  })
})
