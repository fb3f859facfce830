import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What the client sent: a command, `CONNECT`, or `CONTENT` for a whole message. */
type Said = string

/** Returns what the server sends. Without it the server stays silent. It may also use the socket. */
export type Script = (said: Said, socket: Socket) => string | undefined

/** What a plain server responds. */
export const politely: Script = (said) => {
  if (said === 'CONNECT') return '220 test\r\n'
  if (said === 'DATA') return '354 go on\r\n'
  return said === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n'
}

/** Starts a mail server that follows a script, however odd. */
export async function startScriptedServer(script: Script) {
  const said: Said[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let rest = ''
    let isContent = false
    const respond = (text: Said) => {
      said.push(text)
      const response = script(text, socket)
      isContent = text === 'DATA' && response?.startsWith('354') === true
      if (response !== undefined) socket.write(response)
    }
    respond('CONNECT')
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1')
      for (;;) {
        const end = isContent ? '\r\n.\r\n' : '\r\n'
        const at = rest.indexOf(end)
        if (at < 0) return
        const line = rest.slice(0, at)
        rest = rest.slice(at + end.length)
        respond(isContent ? 'CONTENT' : line)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    said,
    url: `smtp://127.0.0.1:${port}`,
    /** The same server by a name that isn't this machine's own, so that encryption is wanted. */
    foreignUrl: (auth = '') => `smtp://${auth}0.0.0.0:${port}`,
    connections: () => said.filter((text) => text === 'CONNECT').length,
  }
}
