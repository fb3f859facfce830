import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumArguments, chromiumPath } from '../../scripts/chromium.ts'
import { startPostgres } from '../../scripts/postgres.ts'
import { type Account, amara, fillIn, yuki } from './demo-browser.ts'
import { call, turnOn, waitForEnd } from './idle-browser.ts'
import { startDemo } from './start-demo.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** How long a minute of idle logout, and the shortest timeout, last here. In ms. */
const idleMinute = 1_500
const timeout = 10 * idleMinute

const closing: (() => Promise<unknown>)[] = []
let browser: Browser
let addresses: string[]
let database: string

beforeAll(async () => {
  const server = await startPostgres()
  closing.push(server.stop)
  database = server.url('postgres')
  const demos = [0, 1].map(() =>
    startDemo({
      ROSTER_DATA: temporaryFolder(afterAll),
      PORT: '0',
      DATABASE_URL: database,
      ROSTER_SECRET_KEY: secretKey,
      DEMO_IDLE_MINUTE: String(idleMinute),
    }),
  )
  closing.push(...demos.map((demo) => demo.interrupt))
  browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
  closing.push(() => browser.close())
  addresses = await Promise.all(demos.map((demo) => demo.address))
})

afterAll(async () => {
  for (const close of closing.reverse()) await close()
})

const secretKey = randomBytes(32).toString('hex')

/** Signs in to one of the two instances, in a browser that nobody else uses. */
async function signIn(person: Account, instance: 0 | 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${addresses[instance]}/acme/inbox`)
  await fillIn(page, person)
  await page.locator('.conversation').first().waitFor()
  return { context, page }
}

/** How often sessions have ended, by the audit log. */
async function ends() {
  const client = new pg.Client(database)
  await client.connect()
  try {
    const { rows } = await client.query(
      `select u.email, a.after ->> 'reason' as reason from audit a
       join users u on u.company_id = a.company_id and u.id = a.target_id where a.action = 'end_session'`,
    )
    return rows
  } finally {
    await client.end()
  }
}

it('counts activity at either of two instances, and ends a session at both, once', async () => {
  // One browser: its windows at two origins share the session, but neither storage nor channel.
  const { context, page: here } = await signIn(amara, 0)
  await turnOn(here)
  const there = await context.newPage()
  await there.goto(`${addresses[1]}/acme/inbox`)
  await there.locator('.conversation').first().waitFor()
  const { page: other } = await signIn(yuki, 1)

  const begun = Date.now()
  const nudge = setInterval(() => void other.mouse.click(640, 10).catch(() => {}), idleMinute)
  try {
    while (Date.now() - begun < 1.3 * timeout) {
      await there.mouse.click(640, 10)
      await there.waitForTimeout(idleMinute)
    }
    expect((await call(here, 'GET', '/v1/session')).status).toBe(200)
    await expect.poll(() => here.getByRole('alertdialog').count()).toBe(0)
    await here.locator('.conversation').first().waitFor()
    expect(await ends()).toEqual([])

    await Promise.all([here, there].map(waitForEnd))
    for (const page of [here, there])
      expect(await call(page, 'GET', '/v1/session')).toMatchObject({
        status: 401,
        body: { code: 'session_idle' },
      })
    expect(await ends()).toEqual([{ email: amara.email, reason: 'idle' }])
    expect((await call(other, 'GET', '/v1/session')).status).toBe(200)
    await other.locator('.conversation').first().waitFor()
  } finally {
    clearInterval(nudge)
  }
})
