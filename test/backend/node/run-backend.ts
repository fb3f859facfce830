import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const { PATH, NODE_COMPILE_CACHE } = process.env
const command = fileURLToPath(new URL('../../../backend/bin/roster-backend.mjs', import.meta.url))

/** A backend in its own process. */
export interface BackendProcess {
  child: ChildProcess
  output(): string
  /** The address, once it is printed. */
  address(): Promise<string>
  ended: Promise<{ code: number | null; output: string }>
}

/** How a backend is run. */
export interface RunOptions {
  /** What is written to its standard input. */
  input?: string
  /** Whether it runs as people run it: in a process that starts another with Node's flags. */
  isWrapped?: boolean
}

/** Runs `roster-backend` with nothing in its environment but what is given, and Node's cache of compiled code; the test's end ends it. */
export function runBackend(
  environment: Record<string, string>,
  parameters: string[] = [],
  { input = '', isWrapped = false }: RunOptions = {},
): BackendProcess {
  const own = isWrapped ? [] : ['--conditions=roster-source']
  const child = spawn(process.execPath, [...own, command, ...parameters], {
    env: { PATH, NODE_COMPILE_CACHE, ROSTER_SECRET_KEY: 'k'.repeat(32), ...environment },
    stdio: 'pipe',
  })
  child.stdin.end(input)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text
    })
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, output }))
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill('SIGKILL')
    await ended
  })

  const printed = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [, address] = /Roster is running at (\S+)/.exec(output) ?? []
      if (address) resolve(address)
    })
    ended.then(() => reject(new Error(`the backend ended: ${output}`)))
  })
  printed.catch(() => {})
  return { child, output: () => output, address: () => printed, ended }
}
