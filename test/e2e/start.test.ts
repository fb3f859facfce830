import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startPostgres } from '../../scripts/postgres.ts'
import { copyFilledDemo } from './copy-filled-demo.ts'
import { startDemo } from './start-demo.ts'
import { temporaryFolder } from './temporary-folder.ts'

const email = 'amara.okafor@acme.example'
const password = 'amber-lantern-42'

function start(...parameters: Parameters<typeof startDemo>) {
  const demo = startDemo(...parameters)
  onTestFinished(demo.interrupt)
  return demo
}

async function signIn(address: string) {
  const answer = await fetch(`${address}/v1/sign-in`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: address },
    body: JSON.stringify({ email, password }),
  })
  expect(answer.status).toBe(204)
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

async function countUsers(address: string, cookie: string) {
  const headers = { Cookie: cookie, 'Roster-Company': 'acme' }
  const answer = await fetch(`${address}/v1/users?limit=1`, { headers })
  expect(answer.status).toBe(200)
  return (await answer.json()).total
}

describe('npm start', () => {
  it('prints its address and how to sign in, and keeps its data when it starts again', async () => {
    const ROSTER_DATA = temporaryFolder()
    const first = start({ ROSTER_DATA, PORT: '0' })
    const address = await first.address
    await expect.poll(first.output).toContain(password)
    expect(first.output()).toContain(email)
    const health = await fetch(`${address}/healthz`)
    expect(await health.json()).toEqual({ status: 'ok', store: 'pglite' })
    const cookie = await signIn(address)
    expect(await countUsers(address, cookie)).toBe(1_204)

    await first.interrupt()
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
    const again = start({ ROSTER_DATA, PORT: new URL(address).port })
    expect(await again.address).toBe(address)
    expect(again.output()).not.toContain('Filling')
    expect(await countUsers(address, cookie)).toBe(1_204)
  })

  it('names the running process when it starts a second time', async () => {
    const ROSTER_DATA = await copyFilledDemo()
    const address = await start({ ROSTER_DATA, PORT: '0' }).address
    const { code, output } = await start({ ROSTER_DATA }).ended
    expect(code).toBe(0)
    expect(output).toContain(`running already: ${address}`)
  })

  it('reports in one sentence that a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await expect.poll(() => taken.listening).toBe(true)
    const { port } = taken.address() as AddressInfo
    const demo = startDemo({ ROSTER_DATA: await copyFilledDemo(), PORT: String(port) }, [
      'npm',
      '--silent',
      'start',
    ])
    const { code, output } = await demo.ended
    expect(code).toBe(1)
    expect(output.trim()).toBe(`PORT ${port} is already in use on 127.0.0.1. Use another, or unset PORT.`)
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 after %s', async (signal) => {
    const demo = start({ ROSTER_DATA: await copyFilledDemo(), PORT: '0' }, [
      process.execPath,
      'scripts/start.ts',
    ])
    await demo.address
    demo.child.kill(signal)
    expect((await demo.ended).code).toBe(0)
  })

  it.each([
    ['serves', copyFilledDemo, 'Acme Support'],
    ['is filled', temporaryFolder, 'Filling'],
  ])('ends when only npm receives the signal while it %s', async (_, folder, printed) => {
    const demo = start({ ROSTER_DATA: await folder(), PORT: '0' })
    await expect.poll(demo.output, { timeout: 60_000 }).toContain(printed)
    demo.child.kill('SIGTERM')
    const patience = new Promise((resolve) => setTimeout(resolve, 60_000, 'goes on'))
    expect(await Promise.race([demo.ended.then(() => 'has ended'), patience])).toBe('has ended')
  })

  it('uses the PostgreSQL server of DATABASE_URL, and fills it once when two start together', async () => {
    const server = await startPostgres()
    onTestFinished(server.stop)
    const ROSTER_SECRET_KEY = randomBytes(32).toString('hex')
    const [one, other] = [0, 1].map(() =>
      start({
        ROSTER_DATA: temporaryFolder(),
        PORT: '0',
        DATABASE_URL: server.url('postgres'),
        ROSTER_SECRET_KEY,
      }),
    )
    const addresses = await Promise.all([one?.address, other?.address])
    const cookie = await signIn(String(addresses[0]))
    for (const address of addresses) {
      const health = await fetch(`${address}/healthz`)
      expect(await health.json()).toEqual({ status: 'ok', store: 'postgres' })
      expect(await countUsers(String(address), cookie)).toBe(1_204)
    }
  })
})
