import { simpleParser } from 'mailparser'
import { describe, expect, it } from 'vitest'
import type { MailPort } from '../../../../backend/core/ports/mail.ts'
import { writeInvitationEmail } from '../../../../src/email/invitation/write-invitation-email.ts'
import { reach } from '../../../reach.ts'
import { aCompanyThatInvites } from '../../suite/inviting.ts'
import { anOutbox, joinUrl } from './an-outbox.ts'
import { startForgetfulServer } from './start-forgetful-server.ts'
import { refusal, startMailServer } from './start-mail-server.ts'

const addresses = (count: number, name = 'p') =>
  Array.from({ length: count }, (_, at) => `${name}${at}@acme.example`)

/** Of V9: 500 in `npm run test:deep`. */
const mails = Number(process.env.ROSTER_MAILS ?? 40)

const linkIn = (text = '') => text.split('\n').find((line) => line.startsWith(joinUrl)) ?? ''

describe('the worker', () => {
  it('sends the email of an invitation, with a link that the token’s keys know', async () => {
    const { company, store, tokens, work } = await anOutbox()
    const server = await startMailServer()
    const id = await company.inviteOne('lin@acme.example', { teamIds: ['night'], message: 'Hello!' })
    const { revision } = await store.changes(company.id)
    work(server.url)
    await expect.poll(() => server.arrived.length).toBe(1)
    await expect.poll(async () => (await company.find(id)).delivery.state).toBe('sent')
    const { subject, text } = await simpleParser(server.arrived[0]?.raw ?? '')
    expect(subject).toBe('Ada invited you to Acme')
    expect(text).toContain('in the team Night shift.')
    expect(text).toContain('> Hello!')
    const token = linkIn(text).slice(`${joinUrl}#`.length)
    expect(await tokens.read(token)).toEqual({ companyId: company.id, invitationId: id, generation: 1 })
    // Open lists notice it by the change log.
    const { changes } = await store.changes(company.id, revision)
    expect(changes).toMatchObject([{ resource: 'invitations', ids: [id] }])
  })

  it('shares an outbox with other workers: each email leaves once', async () => {
    const { company, work } = await anOutbox()
    const server = await startMailServer()
    await company.invite(addresses(60))
    for (let instance = 0; instance < 3; instance++) work(server.url)
    await expect.poll(async () => (await company.list({ deliveries: ['sent'] })).total).toBe(60)
    expect(server.arrived.map(({ to }) => to[0]).sort()).toEqual(addresses(60).sort())
  })

  it('V9: one address fails, one waits, the pace follows the server, and the others arrive once', {
    timeout: 60_000 + mails * 500,
  }, async () => {
    const { company, store, work } = await anOutbox()
    let [second, taken] = [0, 0]
    const greyUntil = Date.now() + 1_500
    const server = await startMailServer({
      onRcptTo({ address }, _session, done) {
        if (address === 'p3@acme.example') return done(refusal(550, '5.1.1 No such user'))
        if (address === 'p7@acme.example' && Date.now() < greyUntil)
          return done(refusal(451, '4.7.1 Try later'))
        done()
      },
      onData(_stream, _session, done) {
        const now = Math.floor(Date.now() / 1_000)
        if (now !== second) [second, taken] = [now, 0]
        taken += 1
        done(taken > 14 ? refusal(454, 'Throttling failure') : null)
      },
    })
    await company.invite(addresses(mails))
    work(server.url)
    await expect
      .poll(async () => (await company.list({ deliveries: ['sent'] })).total, {
        timeout: 25_000 + mails * 500,
      })
      .toBe(mails - 1)
    const others = addresses(mails).filter((address) => address !== 'p3@acme.example')
    expect(server.arrived.map(({ to }) => to[0]).sort()).toEqual(others.sort())
    const failed = await company.list({ deliveries: ['failed'] })
    expect(failed.invitations).toMatchObject([
      { email: 'p3@acme.example', delivery: { reason: '550 5.1.1 No such user', nextTryAt: null } },
    ])
    expect(await store.invitations.settings(company.id)).toMatchObject({ queued: 0, waiting: null })
    const area = 'emails at a server that takes 14 a second'
    reach({ area, floor: mails, reached: server.arrived.length + 1, outcome: 'each once, 1 failed' })
  })

  it('K26 never takes more than five emails to an address, though many workers claim at once', async () => {
    const { store, advance } = await anOutbox()
    for (let count = 0; count < 12; count++)
      await (await aCompanyThatInvites({ store })).inviteOne('k26@acme.example')
    let held = 0
    for (let turn = 0; turn < 4; turn++) {
      const claims = await Promise.all(Array.from({ length: 6 }, () => store.mail.claim(2, 3_600_000)))
      held += claims.flat().length
      // Workers that see each other take all at once give everything back, for a minute.
      await advance(61_000)
    }
    expect(held).toBeGreaterThan(0)
    expect(held).toBeLessThanOrEqual(5)
  })

  it('hands 200 emails over soon after the request', async () => {
    const { company, work } = await anOutbox()
    const took: number[] = []
    let requestedAt = 0
    const server = await startMailServer({
      onData(_stream, _session, done) {
        took.push(performance.now() - requestedAt)
        done()
      },
    })
    work(server.url)
    await company.invite(addresses(200))
    requestedAt = performance.now()
    await expect.poll(() => server.arrived.length, { timeout: 60_000 }).toBe(200)
    const p95 = took.toSorted((a, b) => a - b)[189] ?? Infinity
    reach({ area: 'emails handed over', floor: 200, reached: 200, outcome: `p95 ${Math.round(p95)} ms` })
    // The goal is 5 seconds; a machine that does other work at the same time gets longer.
    expect(p95).toBeLessThan(40_000)
  })

  it('says when what waits is tried again, and touches no neighbour', async () => {
    const { company, store, work } = await anOutbox()
    const server = await startMailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'p1@acme.example' ? refusal(451, '4.2.1 Busy mailbox') : null),
    })
    await company.invite(addresses(3))
    work(server.url, { waitAfter: () => 60_000 })
    await expect.poll(() => server.arrived.length).toBe(2)
    await expect
      .poll(async () => (await company.list({ deliveries: ['queued'] })).invitations[0]?.delivery)
      .toEqual({ state: 'queued', reason: '451 4.2.1 Busy mailbox', nextTryAt: expect.any(Date) })
    expect((await store.invitations.settings(company.id)).waiting).toBeNull()
  })

  it('keeps everything queued while the server refuses us, for every company, and goes on afterwards', async () => {
    const { company, store, work } = await anOutbox()
    const other = await aCompanyThatInvites({ store })
    let isLocked = true
    let tries = 0
    const server = await startMailServer({
      onMailFrom(_address, _session, done) {
        tries += 1
        done(isLocked ? refusal(550, '5.7.1 Account suspended') : null)
      },
    })
    await company.invite(addresses(10))
    await other.invite(addresses(10, 'q'))
    work(server.url, { waitAfter: () => 500 })
    const waiting = {
      queued: 10,
      waiting: { reason: '550 5.7.1 Account suspended', nextTryAt: expect.any(Date) },
    }
    await expect.poll(() => store.invitations.settings(company.id)).toMatchObject(waiting)
    await expect.poll(() => store.invitations.settings(other.id)).toMatchObject(waiting)
    expect((await company.list({ deliveries: ['failed'] })).total).toBe(0)
    // One email tries for all of them.
    expect(tries).toBeLessThan(12)
    isLocked = false
    await expect.poll(() => server.arrived.length).toBe(20)
    await expect.poll(() => store.invitations.settings(other.id)).toMatchObject({ queued: 0, waiting: null })
    expect(new Set(server.arrived.map(({ to }) => to[0])).size).toBe(20)
  })

  it('fails an address if only that one is refused, though the refusal looks like our fault', async () => {
    const { company, work } = await anOutbox()
    const server = await startMailServer({
      onRcptTo: ({ address }, _session, done) =>
        done(address === 'p0@acme.example' ? refusal(550, '5.7.1 Not for you') : null),
    })
    await company.invite(addresses(5))
    work(server.url)
    await expect.poll(async () => (await company.list({ deliveries: ['failed'] })).total).toBe(1)
    await expect.poll(() => server.arrived.length).toBe(4)
  })

  it('keeps a lane for other emails while a host’s port never responds', async () => {
    const { company, work } = await anOutbox()
    await company.invite(addresses(8))
    const sent: string[] = []
    const mail: MailPort = {
      async send({ to }) {
        if (Number(/\d+/.exec(to)?.[0]) < 4) return new Promise(() => {})
        sent.push(to)
        return { kind: 'sent' }
      },
    }
    work('smtp://127.0.0.1', { mail, patience: 200, waitAfter: () => 60_000 })
    await expect.poll(() => sent.length).toBe(4)
    await expect
      .poll(async () =>
        (await company.list({ deliveries: ['queued'] })).invitations.map((one) => one.delivery.reason),
      )
      .toEqual(Array(4).fill('The email was not sent in time.'))
  })

  it('tries an email again that the template failed to write, and says so', async () => {
    const { company, work } = await anOutbox()
    const server = await startMailServer()
    const id = await company.inviteOne('lin@acme.example')
    let isBroken = true
    work(server.url, {
      template(invitation) {
        if (isBroken) throw new Error('broken')
        return writeInvitationEmail(invitation)
      },
    })
    await expect
      .poll(async () => (await company.find(id)).delivery)
      .toMatchObject({ state: 'queued', reason: 'The email could not be written.' })
    isBroken = false
    await expect.poll(() => server.arrived.length).toBe(1)
  })
})

describe('V11: what is decided again at the moment of sending', () => {
  /** Holds the server while something happens to the invitation, and returns what arrived. */
  async function whileHeld(
    change: (outbox: Awaited<ReturnType<typeof anOutbox>>, id: string) => Promise<unknown>,
  ) {
    const outbox = await anOutbox()
    const [held, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const server = await startMailServer({
      onRcptTo: (_address, _session, done) => {
        asked.resolve()
        void held.promise.then(() => done())
      },
    })
    const id = await outbox.company.inviteOne('lin@acme.example')
    const stop = outbox.work(server.url)
    await asked.promise
    await change(outbox, id)
    held.resolve()
    return { ...outbox, server, id, stop }
  }

  it('a deleted invitation: no email leaves, and nothing is made or extended', async () => {
    const { server, company, id, stop, store } = await whileHeld(({ company }, id) => company.delete(id))
    await expect.poll(() => store.mail.claim(10, 1)).toEqual([])
    await stop()
    expect(server.arrived).toEqual([])
    const history = await store.invitations.audit(company.id, id, 10)
    expect(history?.map(({ action }) => action)).toEqual(['invitation_deleted', 'invitation_created'])
  })

  it('an expired one: no email leaves', async () => {
    const { server, stop, company, id } = await whileHeld(({ advance }) => advance(8 * 24 * 3_600_000))
    await stop()
    expect(server.arrived).toEqual([])
    expect((await company.find(id)).sentAt).toBeNull()
  })

  it('one that was resent: only the newer link arrives', async () => {
    const { server, tokens } = await whileHeld(async ({ company, advance }, id) => {
      await advance(2 * 60_000)
      await company.resend(id)
    })
    await expect.poll(() => server.arrived.length).toBe(1)
    const { text } = await simpleParser(server.arrived[0]?.raw ?? '')
    expect(await tokens.read(linkIn(text).split('#')[1] ?? '')).toMatchObject({ generation: 2 })
  })
})

describe('a second delivery', () => {
  it('has the same Message-ID and the same link, if the first response was lost', async () => {
    const { company, work } = await anOutbox()
    const { url, messages } = await startForgetfulServer()
    await company.inviteOne('lin@acme.example')
    work(url)
    await expect.poll(async () => (await company.list({ deliveries: ['sent'] })).total).toBe(1)
    const [first, second, ...more] = await Promise.all(messages.map((raw) => simpleParser(raw)))
    expect(more).toEqual([])
    expect(first?.messageId).toMatch(/^<invitation\.[\w.-]+\.1@acme\.example>$/)
    expect(second?.messageId).toBe(first?.messageId)
    expect(linkIn(second?.text)).toBe(linkIn(first?.text))
    expect(linkIn(first?.text)).not.toBe('')
  })
})
