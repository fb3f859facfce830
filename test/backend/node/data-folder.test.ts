import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { findHolder } from '../../../backend/node/folder/find-holder.ts'
import { holdFolder } from '../../../backend/node/folder/hold-folder.ts'
import { copyDataFolder } from './copy-data-folder.ts'
import { type BackendProcess, runBackend } from './run-backend.ts'

async function temporary() {
  const folder = await mkdtemp(join(tmpdir(), 'roster-data-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

const socketsIn = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith('roster-'))

/** A process that listens at a socket, until the test ends or it is killed. */
async function listenElsewhere(path: string): Promise<ChildProcess> {
  const script = 'require("net").createServer().listen(process.argv[1], () => console.log("listening"))'
  const child = spawn(process.execPath, ['-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

async function respondAt(path: string, listener: RequestListener) {
  const server = createServer(listener).listen(path)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return server
}

const me = { address: 'http://127.0.0.1:1', isPassing: false }

async function hold(folder: string, holder = me) {
  const held = await holdFolder(folder, { holder })
  if ('socket' in held) throw new Error(`held by ${held.address}`)
  onTestFinished(() => held.release().catch(() => {}))
  return held
}

describe('a data folder', () => {
  it('is held by one, and named to others until it is released', async () => {
    const folder = await temporary()
    const { release } = await hold(folder)
    expect(await findHolder(folder)).toMatchObject(me)
    expect(await holdFolder(folder, { holder: { ...me, address: 'http://127.0.0.1:2' } })).toMatchObject(me)
    await release()
    expect(await findHolder(folder)).toBeUndefined()
    expect(await socketsIn(folder)).toEqual([])
    await hold(folder)
  })

  it('is held by one of many at once, whatever was left before', async () => {
    for (let round = 0; round < 10; round++) {
      const folder = await temporary()
      if (round % 2) {
        const gone = await listenElsewhere(join(folder, `roster-${round}.sock`))
        gone.kill('SIGKILL')
        await once(gone, 'close')
      }
      const all = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          holdFolder(folder, { holder: { ...me, address: `http://127.0.0.1:${index}` } }),
        ),
      )
      const held = all.flatMap((result) => ('release' in result ? [result] : []))
      expect(held).toHaveLength(1)
      expect(new Set(all.flatMap((result) => ('socket' in result ? [result.address] : []))).size).toBe(1)
      expect(await socketsIn(folder)).toHaveLength(1)
      await held[0]?.release()
    }
  })

  it('is free after a process that was killed, whose socket is still there', async () => {
    const folder = await temporary()
    const gone = await listenElsewhere(join(folder, 'roster-1.sock'))
    gone.kill('SIGKILL')
    await once(gone, 'close')
    expect(await socketsIn(folder)).toEqual(['roster-1.sock'])
    await hold(folder)
    expect(await socketsIn(folder)).toEqual(['roster-2.sock'])
  })

  it.each<[string, (path: string) => Promise<unknown>, RegExp]>([
    ['a file', (path) => writeFile(path, '{}'), /it is not a socket/],
    ['a folder', (path) => mkdir(path), /it is not a socket/],
    [
      'of a process that says something else',
      (path) => respondAt(path, (_, response) => response.end('hello')),
      /cannot be checked/,
    ],
    ['of another program', (path) => respondAt(path, (_, response) => response.end('{}')), /isn't Roster/],
  ])('is closed where its socket is unreadable: %s', async (_name, make, message) => {
    const folder = await temporary()
    await make(join(folder, 'roster-3.sock'))
    const closed = { name: 'FolderError', message: expect.stringMatching(message) }
    await expect(findHolder(folder)).rejects.toMatchObject(closed)
    await expect(holdFolder(folder, { holder: me })).rejects.toMatchObject(closed)
    expect(await socketsIn(folder)).toEqual(['roster-3.sock'])
  })

  it('is closed where its process is stopped and says nothing', async () => {
    const folder = await temporary()
    const frozen = await listenElsewhere(join(folder, 'roster-1.sock'))
    frozen.kill('SIGSTOP')
    await expect(findHolder(folder, 1_000)).rejects.toThrow('its process does not respond')
  })

  it('is waited for where its process ends on its own', async () => {
    const folder = await temporary()
    const { stopping, release } = await hold(folder)
    stopping()
    const settled = vi.fn()
    const next = holdFolder(folder, { holder: { ...me, address: 'http://127.0.0.1:2' } }).finally(settled)
    // As much work, and nothing to wait for.
    await hold(await temporary())
    expect(settled).not.toHaveBeenCalled()
    await release()
    expect(await next).toHaveProperty('release')
  })

  it('may have a path that is longer than a socket can have', async () => {
    const folder = join(await temporary(), 'ü'.repeat(60), 'a'.repeat(60))
    const left = async () => (await readdir(tmpdir())).filter((name) => /^roster-\w{6}$/.test(name)).length
    const before = await left()
    const { release } = await hold(folder)
    expect(await findHolder(folder)).toMatchObject(me)
    expect(await holdFolder(folder, { holder: me })).toMatchObject(me)
    expect((await stat(join(folder, 'roster-1.sock'))).isSocket()).toBe(true)
    await release()
    expect(await socketsIn(folder)).toEqual([])
    expect(await left()).toBe(before)
  })
})

describe('roster-backend on a data folder', { timeout: 120_000 }, () => {
  let folder: string
  beforeEach(async () => {
    folder = await copyDataFolder()
  })
  const environment = () => ({ ROSTER_DATA: folder, PORT: '0' })
  const create = (name: string) => ['create-company', '--name', name, '--email', `${name}@acme.example`]
  const expectServing = async ({ address }: BackendProcess) =>
    expect((await fetch(new URL('/healthz', await address()))).status).toBe(200)

  it('starts after one that was killed', async () => {
    const first = runBackend(environment())
    await first.address()
    first.child.kill('SIGKILL')
    await first.ended
    expect(await socketsIn(folder)).toEqual(['roster-1.sock'])
    await expectServing(runBackend(environment()))
  })

  it('gives commands to the one that runs, and prints what it says', async () => {
    const running = runBackend(environment())
    const address = await running.address()
    const made = await runBackend(environment(), create('one')).ended
    expect(made).toMatchObject({
      code: 0,
      output: expect.stringMatching(/^Created the company "one".+\nPassword, shown only once: \S+\n$/),
    })
    const [, password = ''] = /shown only once: (\S+)/.exec(made.output) ?? []
    const response = await fetch(new URL('/v1/sign-in', address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: address },
      body: JSON.stringify({ email: 'one@acme.example', password }),
    })
    expect(response.status).toBe(204)
    const refused = await runBackend(environment(), create(' ')).ended
    expect(refused).toEqual({ code: 1, output: 'The company name must have 1 to 200 characters.\n' })
    expect((await runBackend(environment(), ['erase', 'c', 'nobody@acme.example']).ended).code).toBe(1)
    expect(running.output()).not.toContain(password)
  })

  it('runs commands that are given at once, and at its start, one after another', async () => {
    const commands = ['one', 'two', 'three'].map((name) => runBackend(environment(), create(name)).ended)
    const starting = runBackend(environment())
    for (const command of await Promise.all(commands))
      expect(command).toMatchObject({ code: 0, output: expect.stringContaining('Created the company') })
    await expectServing(starting)
  })

  it('starts again at once after the command that wrapped it was killed', async () => {
    const first = runBackend(environment(), [], { isWrapped: true })
    await expectServing(first)
    first.child.kill('SIGKILL')
    await expectServing(runBackend(environment(), [], { isWrapped: true }))
  })
})
