import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'

const command = fileURLToPath(new URL('../../backend/bin/roster-backend.mjs', import.meta.url))

/** As in a container: its own pids and ports, on the same files. */
const isolated = ['--user', '--map-root-user', '--pid', '--net', '--fork', '--kill-child', '--mount-proc']

/** Runs `roster-backend` where no other's pid or port can be seen. */
function run(folder: string, ...parameters: string[]) {
  const child = spawn('unshare', [...isolated, process.execPath, command, ...parameters], {
    env: { PATH: process.env.PATH, ROSTER_SECRET_KEY: 'k'.repeat(32), ROSTER_DATA: folder, HOST: '0.0.0.0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output += text
    })
  const ended = once(child, 'close').then(([code]: (number | null)[]) => ({ code: code ?? null, output }))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended, output: () => output }
}

const isRunning = ({ output }: ReturnType<typeof run>) => output().includes('Roster is running at')

describe('two containers on one volume', () => {
  beforeAll(() => {
    try {
      execFileSync('unshare', [...isolated, 'true'], { stdio: 'pipe' })
    } catch (error) {
      throw new Error('This test needs namespaces of its own: unshare --user --pid --net.', { cause: error })
    }
  })
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'roster-volume-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
  })

  it('run one backend, whose next one starts once it is gone', async () => {
    const first = run(folder)
    await expect.poll(() => isRunning(first), { timeout: 60_000 }).toBe(true)
    const second = await run(folder).ended
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining('Roster is already running at') })
    first.child.kill('SIGKILL')
    await first.ended
    const third = run(folder)
    await expect.poll(() => isRunning(third), { timeout: 60_000 }).toBe(true)
  })

  it('run one backend of four that start at once, and give it the commands of all', async () => {
    const started = Array.from({ length: 4 }, () => run(folder))
    const over = () => started.filter(({ output }) => output().includes('already running')).length
    await expect.poll(over, { timeout: 60_000 }).toBe(3)
    await expect.poll(() => started.filter(isRunning).length, { timeout: 60_000 }).toBe(1)
    const made = ['one', 'two'].map(
      (name) => run(folder, 'create-company', '--name', name, '--email', `${name}@acme.example`).ended,
    )
    for (const { code, output } of await Promise.all(made))
      expect([code, output]).toEqual([0, expect.stringContaining('Created the company')])
  })
})
