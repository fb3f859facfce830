import { once } from 'node:events'
import type { Server } from 'node:http'
import { ConfigError } from './config.ts'

const firstPort = 4_000
const portsTried = 100
/** Browsers refuse to open it (WHATWG Fetch, "bad port"). */
const badPorts = new Set([4_045])

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const mistakes: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `PORT ${port} is taken on ${host}: choose another, or leave PORT out.`,
  EACCES: (_host, port) => `PORT ${port} may not be opened by this user.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is no address of this machine.`,
  ENOTFOUND: (host) => `HOST ${host} is unknown.`,
}

async function listenAt(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Listens on the given port or, without one, the first free port from 4000 on; answers the address to open. */
export async function listen(server: Server, host: string, port: number | undefined): Promise<string> {
  const ports =
    port === undefined ? Array.from({ length: portsTried }, (_, index) => firstPort + index) : [port]
  for (const candidate of ports.filter((tried) => port !== undefined || !badPorts.has(tried))) {
    try {
      await listenAt(server, host, candidate)
      return addressOf(server)
    } catch (error) {
      const code = String(codeOf(error))
      if (port === undefined && code === 'EADDRINUSE') continue
      const mistake = mistakes[code]
      throw mistake ? new ConfigError([mistake(host, candidate)]) : error
    }
  }
  throw new ConfigError([`All ports from ${firstPort} to ${firstPort + portsTried - 1} are taken: set PORT.`])
}

/** A wildcard address is reached by the loopback one. */
function addressOf(server: Server): string {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server listens on no port.')
  const { address, port, family } = bound
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`
}
