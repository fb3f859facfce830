import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** A backend in a separate process. */
export interface RunningBackend {
  address: string
  process: ChildProcess
  stop(): Promise<void>
}

const patience = 60_000

/** Starts the backend of a repository on a database, on a free port. */
export async function startBackend(
  databaseUrl: string | undefined,
  repository = new URL('../../', import.meta.url),
  environment: Record<string, string> = {},
): Promise<RunningBackend> {
  const command = fileURLToPath(new URL('backend/bin/roster-backend.mjs', repository))
  const child = spawn(process.execPath, ['--conditions=roster-source', command], {
    env: {
      PATH: process.env.PATH,
      ROSTER_SECRET_KEY: 'k'.repeat(32),
      PORT: '0',
      LOG_LEVEL: 'silent',
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: unknown) => {
      output = `${output}${text}`.slice(-10_000)
      const [, printed] = /^Roster \D*(http:\S+)/m.exec(output) ?? []
      if (printed) resolve(printed)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    setTimeout(() => reject(new Error(`The backend did not start: ${output}`)), patience).unref()
    child.once('exit', () => reject(new Error(`The backend ended: ${output}`)))
  })
  return {
    address,
    process: child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
