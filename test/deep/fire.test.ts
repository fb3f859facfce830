import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Answer, type Client, createClient } from '../../scripts/backend/member.ts'
import { startProxy } from '../backend/node/start-proxy.ts'
import { reach } from '../reach.ts'
import { type Fire, openFire } from './fire/open-fire.ts'
import { countsOf, percentile, statusesOf, watchMember } from './fire/watch-member.ts'

/** How long the load lasts: `npm run test:deep -- fire 10` sets it. */
const seconds = Number(process.env.ROSTER_FIRE_SECONDS ?? 60)
const spell = Math.min(8, seconds) * 1_000

const tell = (area: string, outcome: string) =>
  reach({ area: `fire: ${area}`, floor: 1, reached: 1, outcome })
const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
const timesOf = (answers: readonly Answer[]) => answers.map((answer) => answer.ms)
/** Undefined after a limit in ms, so that a backend that hangs is a figure and not the end of the run. */
const patiently = <Value>(promise: Promise<Value>, limit: number): Promise<Value | undefined> =>
  Promise.race([promise, pause(limit, undefined, { ref: false })])

describe('the backend under fire', () => {
  let fire: Fire
  let address: string
  beforeAll(async () => {
    fire = await openFire()
    address = (await fire.start()).address
  })
  afterAll(() => fire?.close())

  /** A member of the bystanding company, and what they saw before and while something happens. */
  async function beside(area: string, happens: (during: Promise<unknown>) => Promise<string>) {
    const [member] = await fire.members(address, fire.bystander, 1)
    if (!member) throw new Error('There is no member.')
    await watchMember(member, 1_000)
    const before = await watchMember(member, spell / 2)
    const watching = watchMember(member, spell)
    const outcome = await happens(watching)
    const during = await watching
    const [usual, now] = [before, during].map(({ times }) => percentile(times, 0.5))
    const ratio = ((now ?? 0) / (usual ?? 1)).toFixed(1)
    const slowest = ms(percentile(during.times, 0.99))
    const bystander = `bystander p50 ${ms(usual ?? 0)} → ${ms(now ?? 0)} (${ratio} ×), p99 ${slowest}, ${countsOf(during.statuses)}`
    tell(area, `${bystander}; ${outcome}`)
    expect(during.statuses.has(500)).toBe(false)
  }

  /** Asks in as many lanes at once until the other has ended. */
  async function flood(lanes: number, until: Promise<unknown>, ask: (lane: number) => Promise<Answer>) {
    let isOver = false
    void until.then(() => {
      isOver = true
    })
    const answers: Answer[] = []
    const lane = async (_: unknown, index: number) => {
      while (!isOver) answers.push(await ask(index))
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return `${answers.length} requests: ${countsOf(statusesOf(answers))}`
  }

  it('a flood of wrong sign-ins', async () => {
    const stranger = createClient(address, { 'X-Forwarded-For': '198.51.100.1' })
    onTestFinished(stranger.close)
    await beside('wrong sign-ins, 100 at once', (until) =>
      flood(100, until, (lane) => {
        const body = { email: `nobody${lane}@victim.example`, password: 'wrong password' }
        return stranger.ask('/v1/sign-in', { method: 'POST', body })
      }),
    )
  })

  it('a flood of guessed cookies', async () => {
    const stranger = createClient(address, { 'X-Forwarded-For': '198.51.100.1' })
    onTestFinished(stranger.close)
    const [cookie = ''] = await fire.cookies(address, fire.victim, 1)
    const [name] = cookie.split('=')
    await beside('guessed cookies, 64 at once', (until) =>
      flood(64, until, () => {
        const Cookie = `${name}=${randomBytes(32).toString('base64url')}`
        return stranger.ask('/v1/users', { headers: { Cookie, 'Roster-Company': fire.bystander.id } })
      }),
    )
  })

  it('1,600 pipelined reads of one session', async () => {
    const [Cookie = ''] = await fire.cookies(address, fire.victim, 1)
    await beside('1,600 pipelined reads of one session', async () => {
      const { hostname, port } = new URL(address)
      const socket = connect(Number(port), hostname)
      const head = Object.entries({ Host: new URL(address).host, Cookie, 'Roster-Company': fire.victim.id })
        .map(([name, value]) => `${name}: ${value}`)
        .join('\r\n')
      socket.end(`GET /v1/users?limit=200 HTTP/1.1\r\n${head}\r\n\r\n`.repeat(1_600))
      let text = ''
      socket.setEncoding('latin1').on('data', (data) => {
        text +=
          data
            .toString()
            .match(/HTTP\/1\.1 \d+/g)
            ?.join(' ') ?? ''
      })
      await patiently(once(socket, 'close'), 30_000)
      socket.destroy()
      const statuses = [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => ({
        status: Number(status),
      }))
      return countsOf(statusesOf(statuses))
    })
  })

  it("a lock on one company's row", async () => {
    const members = await fire.members(address, fire.victim, 50)
    await Promise.all(members.map((member) => member.ask('/v1/session')))
    const holder = new pg.Client(fire.url)
    await holder.connect()
    onTestFinished(() => holder.end())
    await holder.query('begin')
    await holder.query('select from companies where id = $1 for update', [fire.victim.id])
    const health = createClient(address)
    onTestFinished(health.close)
    const healthy: Answer[] = []
    await beside("one company's lock, 200 writes at once", async (until) => {
      const asking = flood(1, until, async () => {
        await pause(200)
        const answer = await health.ask('/healthz')
        healthy.push(answer)
        return answer
      })
      const writes = await Promise.all(
        Array.from({ length: 200 }, (_, index) => members[index % 50]).map((member) => change(member)),
      )
      await holder.query('rollback')
      await asking
      const slowest = ms(percentile(timesOf(writes), 1))
      return `writes ${countsOf(statusesOf(writes))} within ${slowest}; /healthz ${countsOf(statusesOf(healthy))}`
    })
  })

  const change = (member: Client | undefined, user = 'u400') => {
    if (!member) throw new Error('There is no member.')
    return member.ask(`/v1/users/${user}/teams`, { method: 'PATCH', body: { add: ['night'], remove: [] } })
  }

  it('an instance that freezes while it holds a lock', async () => {
    const frozen = await fire.start()
    const [there] = await fire.members(frozen.address, fire.victim, 1)
    const [here] = await fire.members(address, fire.victim, 1)
    await there?.ask('/v1/session')
    await here?.ask('/v1/session')
    const holder = new pg.Client(fire.url)
    await holder.connect()
    onTestFinished(() => holder.end())
    await beside('an instance frozen with a lock', async () => {
      await holder.query('begin')
      await holder.query('select from sessions where company_id = $1 for update', [fire.victim.id])
      change(there).catch(() => {})
      await expect
        .poll(async () => {
          const waiting = "select from pg_stat_activity where wait_event_type = 'Lock'"
          return (await fire.operator.query(waiting)).rows.length
        })
        .toBeGreaterThan(0)
      frozen.process.kill('SIGSTOP')
      await holder.query('rollback')
      const begun = performance.now()
      let refused = 0
      while (performance.now() - begun < 30_000) {
        const answer = await change(here)
        if (answer.status === 200)
          return `its company writes again after ${ms(performance.now() - begun)}, ${refused} × 503`
        refused++
      }
      return `its company does not write again within ${ms(performance.now() - begun)}`
    })
  })

  it('a database that is paused', async () => {
    const proxy = await startProxy(fire.url)
    const backend = await fire.start(proxy.url)
    const [member] = await fire.members(backend.address, fire.victim, 1)
    const health = createClient(backend.address)
    onTestFinished(health.close)
    expect((await member?.ask('/v1/users'))?.status).toBe(200)
    proxy.freeze()
    const asked = Array.from(
      { length: 20 },
      () => member?.ask('/v1/users') ?? Promise.reject(new Error('There is no member.')),
    )
    const [live, healthy] = await Promise.all(['/livez', '/healthz'].map((path) => health.ask(path)))
    const answers = await Promise.all(asked)
    const begun = performance.now()
    backend.process.kill('SIGTERM')
    const ended = await patiently(once(backend.process, 'exit'), 40_000)
    const stopped = ended
      ? `ends ${ms(performance.now() - begun)} after SIGTERM`
      : 'does not end within 40 s of SIGTERM'
    const slowest = ms(percentile(timesOf(answers), 1))
    const checks = [live, healthy].map((answer) => `${answer?.status} in ${ms(answer?.ms ?? 0)}`)
    tell(
      'a paused database',
      `${countsOf(statusesOf(answers))} within ${slowest}; /livez ${checks[0]}, /healthz ${checks[1]}; ${stopped}`,
    )
  })

  it('400 streams', async () => {
    const members = await fire.members(address, fire.victim, 50)
    const [writer] = await fire.members(address, fire.victim, 1)
    await writer?.ask('/v1/session')
    const open = async (member: Client | undefined) => {
      const stream = await member?.open('/v1/events')
      onTestFinished(() => void stream?.destroy())
    }
    const measure = async () => {
      const answers: Answer[] = []
      for (let round = 0; round < 24; round++) {
        answers.push(await change(writer, `u${500 + round}`))
        await pause(50)
      }
      expect(countsOf(statusesOf(answers))).toBe('200 × 24')
      return percentile(timesOf(answers.slice(4)), 0.5)
    }
    await open(members[0])
    const alone = await measure()
    await Promise.all(Array.from({ length: 399 }, (_, index) => open(members[(index + 1) % 50])))
    await pause(1_000)
    tell('the time of a write', `${ms(alone)} with 1 stream, ${ms(await measure())} with 400`)
  })

  it('a load', async () => {
    const companies = [fire.victim, fire.bystander]
    const groups = await Promise.all(companies.map((company) => fire.members(address, company, 8)))
    const seen = await Promise.all(
      groups.flat().map((member, index) => watchMember(member, seconds * 1_000, `u${600 + index}`)),
    )
    const times = seen.flatMap((one) => one.times)
    const statuses = statusesOf(
      seen.flatMap((one) =>
        [...one.statuses].flatMap(([status, count]) => Array.from({ length: count }, () => ({ status }))),
      ),
    )
    const [p50, p99] = [0.5, 0.99].map((share) => ms(percentile(times, share)))
    tell(
      `${seconds} s of 16 members`,
      `${Math.round(times.length / seconds)} requests a second, p50 ${p50}, p99 ${p99}, ${countsOf(statuses)}`,
    )
    expect(statuses.has(500)).toBe(false)
  })

  it('fifty connections to the embedded database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'roster-fire-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const clients = await fire.embedded(folder, 50)
    const answers: Answer[] = []
    const until = pause(spell)
    let isOver = false
    void until.then(() => {
      isOver = true
    })
    const lane = async (client: Client) => {
      while (!isOver) answers.push(await client.ask('/v1/users'))
    }
    await Promise.all(clients.map(lane))
    const [p50, p99] = [0.5, 0.99].map((share) => ms(percentile(timesOf(answers), share)))
    tell(
      '50 connections to the embedded database',
      `p50 ${p50}, p99 ${p99}, ${countsOf(statusesOf(answers))}`,
    )
  })
})
