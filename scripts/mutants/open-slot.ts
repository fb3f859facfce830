import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { copyRepository } from './copy-repository.ts'
import type { Outcome, Task } from './slot.ts'

/** A copy of the repository, and a process that runs tests in it, one task at a time. */
export interface Slot {
  /** A task that takes longer than its limit ends its process, and counts as failed. */
  run(task: Task): Promise<Outcome>
  close(): Promise<void>
}

const limit = 240_000
const patience = 15_000

/** Opens a slot; its process starts with the first task. */
export function openSlot(root: string): Slot {
  let copy = copyRepository(root)
  let child: ChildProcess | undefined

  const start = () =>
    fork(join(copy, 'scripts/mutants/slot.ts'), {
      cwd: copy,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })

  async function end() {
    if (child?.connected) {
      const ended = once(child, 'exit')
      child.disconnect()
      await Promise.race([ended, pause(patience, undefined, { ref: false })])
    }
    if (child?.exitCode === null) child.kill('SIGKILL')
    child = undefined
    rmSync(copy, { recursive: true, force: true, maxRetries: 3 })
  }

  const clean = () => rmSync(copy, { recursive: true, force: true })
  process.once('exit', clean)

  return {
    async run(task) {
      child ??= start()
      const over = new AbortController()
      const { signal } = over
      const answered = once(child, 'message', { signal }).then(([outcome]: Outcome[]) => outcome)
      const died = once(child, 'exit', { signal }).then(() => undefined)
      const timedOut = pause(limit, undefined, { signal })
      child.send(task)
      const outcome = await Promise.race([answered, died, timedOut])
      for (const waiting of [answered, died, timedOut]) waiting.catch(() => {})
      over.abort()
      if (outcome) return outcome
      // A fault can end the process or keep it busy for ever; the copy may still hold it.
      await end()
      copy = copyRepository(root)
      return { failed: ['The run ended without a result.'] }
    },
    async close() {
      await end()
      process.off('exit', clean)
    },
  }
}
