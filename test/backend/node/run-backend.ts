import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const command = fileURLToPath(new URL('../../../backend/bin/roster-backend.mjs', import.meta.url))

/** A backend in a process of its own. */
export interface BackendProcess {
  child: ChildProcess
  output(): string
  /** The address, once it is printed. */
  address(): Promise<string>
  ended: Promise<{ code: number | null; output: string }>
}

/** Runs `roster-backend` with nothing in its environment but what is given; the test's end ends it. */
export function runBackend(
  environment: Record<string, string>,
  parameters: string[] = [],
  input = '',
): BackendProcess {
  const child = spawn(process.execPath, ['--conditions=roster-source', command, ...parameters], {
    env: { PATH: process.env.PATH, ROSTER_SECRET_KEY: 'k'.repeat(32), ...environment },
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
