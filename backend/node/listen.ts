import { once } from 'node:events'
import type { Server } from 'node:http'
import { ConfigError } from './config.ts'

const firstPort = 4_000
const portsTried = 100
/** Ports that browsers refuse to open (WHATWG Fetch, "bad port"). */
const badPorts = new Set([4_045])

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

const mistakes: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) => `PORT ${port} is already in use on ${host}. Use another, or unset PORT.`,
  EACCES: (_host, port) => `This user may not open PORT ${port}. Use a port from 1024 on.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} isn't an address of this machine.`,
  ENOTFOUND: (host) => `HOST ${host} cannot be resolved to an address.`,
}

async function listenAt(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host)
  await once(server, 'listening')
}

/** Listens on the given port, otherwise on the first free port from 4000 on. Returns the address to open. */
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
  throw new ConfigError([
    `All ports from ${firstPort} to ${firstPort + portsTried - 1} are in use. Set PORT.`,
  ])
}

/** The address to open. A wildcard address is reached through the loopback address. */
function addressOf(server: Server): string {
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server does not listen on a port.')
  const { address, port, family } = bound
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`
  return family === 'IPv6' ? `http://[${address}]:${port}` : `http://${address}:${port}`
}
