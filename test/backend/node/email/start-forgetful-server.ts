import { type AddressInfo, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A mail server that takes its first message and loses the connection before it responds. */
export async function startForgetfulServer() {
  const messages: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.write('220 forgetful\r\n')
    let content: string | undefined
    socket.on('data', (bytes) => {
      const text = bytes.toString('latin1')
      if (content === undefined) {
        if (text.startsWith('DATA')) content = ''
        socket.write(content === '' ? '354 go on\r\n' : '250 ok\r\n')
        return
      }
      content += text
      if (!content.endsWith('\r\n.\r\n')) return
      messages.push(content)
      content = undefined
      if (messages.length === 1) socket.destroy()
      else socket.write('250 taken\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, messages }
}
