import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** `npm start` in its own process group, as in a terminal. */
export interface DemoProcess {
  child: ChildProcess
  /** Everything printed so far. */
  output(): string
  /** Resolves with its address once it is printed. */
  address: Promise<string>
  ended: Promise<{ code: number | null; output: string }>
  /** Ctrl-C. */
  interrupt(): Promise<void>
  /** As a crash or a lost machine ends it. */
  kill(): Promise<void>
}

/** Runs a command of the demo with a data folder and other settings. */
export function startDemo(
  environment: { ROSTER_DATA: string } & Record<string, string>,
  [command = 'npm', ...parameters]: string[] = ['npm', 'start'],
): DemoProcess {
  const { DATABASE_URL, LOG_LEVEL, NODE_OPTIONS, ...inherited } = process.env
  const child = spawn(command, parameters, {
    cwd: root,
    env: { ...inherited, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const printed = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text
        const [, address] = /Acme Support\s+(\S+)/.exec(output) ?? []
        if (address) resolve(address)
      })
    child.once('close', () => reject(new Error(`The demo ended: ${output}`)))
  })
  printed.catch(() => {})
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, output }))
  return {
    child,
    output: () => output,
    address: printed,
    ended,
    async interrupt() {
      // npm may have ended while the processes that it started still run.
      if (child.pid) tell(-child.pid, 'SIGINT')
      await ended
    },
    async kill() {
      if (child.pid) tell(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

function tell(group: number, signal: NodeJS.Signals) {
  try {
    process.kill(group, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
