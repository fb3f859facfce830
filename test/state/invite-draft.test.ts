import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { aDraft, many, settle } from './a-draft.ts'

describe('a draft of invitations', () => {
  it('says of each address what is to be done with it', async () => {
    const { server, clock, draft, chips } = aDraft()
    server.states.set('user@x.org', { state: 'already_user', userId: 'u1' })
    server.states.set('guest@x.org', { state: 'already_invited', invitationId: 'i1' })
    draft.setSettings({ lifetimeDays: 7, cooldownMs: 0, blockedDomains: ['*.bad.org'] })
    draft.addText('ada@x.org, ADA@X.org, maria@acme, tom@a.bad.org, user@x.org, guest@x.org')
    await settle(clock)
    expect(chips()).toEqual([
      'ada@x.org ready',
      'ADA@X.org twice duplicate_email',
      'maria@acme wrong incomplete_domain',
      'tom@a.bad.org wrong domain_blocked',
      'user@x.org known already_user',
      'guest@x.org known already_invited',
    ])
    expect(draft.getSnapshot()).toMatchObject({ ready: 1, notSent: 5 })
  })

  it('takes every spelling of an address for the same one (V13)', () => {
    const { draft, chips } = aDraft()
    draft.addText(
      'ada@example.org, ada@exa\u00admple.org, ada@example。org, ada@exa\u200bmple.org, ADA@Example.ORG',
    )
    expect(chips().map((chip) => chip.split(' ')[1])).toEqual(['ready', 'twice', 'twice', 'twice', 'twice'])
    expect(draft.getSnapshot().addresses[1]?.readAs).toBe('ada@example.org')
  })

  it('checks new addresses once each, a moment after the last one', async () => {
    const { server, clock, draft } = aDraft()
    draft.addText('a@x.org')
    draft.addText('b@x.org')
    await settle(clock)
    draft.addText('c@x.org')
    await settle(clock)
    expect(server.checked).toEqual([['a@x.org', 'b@x.org'], ['c@x.org']])
    draft.recheck()
    await settle(clock)
    expect(server.checked.at(-1)).toEqual(['a@x.org', 'b@x.org', 'c@x.org'])
  })

  it('counts and sends text that isn’t an address yet (V19)', async () => {
    const { server, draft } = aDraft()
    draft.addText('ada@x.org')
    draft.setText('bob@x.org')
    expect(draft.getSnapshot().ready).toBe(2)
    expect(await draft.send()).toEqual({ invited: 2, total: 2, isDone: true })
    expect(server.sent).toEqual(['ada@x.org', 'bob@x.org'])
  })

  it('sends nothing while the text isn’t an address, and keeps it with its reason (V19)', async () => {
    const { server, draft, chips } = aDraft()
    draft.addText('ada@x.org')
    draft.setText('maria.rossi@acme')
    expect(await draft.send()).toEqual({ invited: 0, total: 0, isDone: false })
    expect(server.sent).toEqual([])
    expect(chips()).toEqual(['ada@x.org ready', 'maria.rossi@acme wrong incomplete_domain'])
  })

  it('keeps 10,000 pasted lines as text, with their count', async () => {
    const { server, draft } = aDraft()
    draft.addText('ada@x.org')
    const text = many(10_000).join('\n')
    draft.addText(text)
    expect(draft.getSnapshot()).toMatchObject({ text, tooMany: 10_000, ready: 1 })
    await draft.send()
    expect(server.sent).toEqual([])
    draft.setText('')
    expect(draft.getSnapshot().tooMany).toBeUndefined()
    draft.addText(many(499).join('\n'))
    expect(draft.getSnapshot().addresses).toHaveLength(500)
  })

  it('sends 200 at a time, with an intent for each request and its progress', async () => {
    const { server, draft } = aDraft()
    draft.addText(many(450).join('\n'))
    draft.setRole('r1')
    draft.setTeams(['t1'])
    draft.setMessage(' Welcome! ')
    const progress = new Set<number | undefined>()
    draft.subscribe(() => progress.add(draft.getSnapshot().sending?.done))
    expect(await draft.send()).toMatchObject({ invited: 450, isDone: true })
    const [first] = server.requests
    const base = first?.intent.replace(/\.0$/, '')
    expect(server.requests.map(({ intent }) => intent)).toEqual([`${base}.0`, `${base}.1`, `${base}.2`])
    expect(server.requests.map(({ request }) => request.emails.length)).toEqual([200, 200, 50])
    expect(first?.request).toMatchObject({ roleId: 'r1', teamIds: ['t1'], message: 'Welcome!' })
    expect([...progress]).toEqual([0, 200, 400, 450, undefined])
    expect(draft.getSnapshot()).toMatchObject({ addresses: [], message: '', roleId: undefined, result: null })
  })

  it('keeps those who failed, with their reasons', async () => {
    const { server, draft, chips } = aDraft()
    server.refusals.set('piet@x.org', { code: 'already_invited', params: { invitationId: 'i9' } })
    server.refusals.set('rosa@x.org', { code: 'rate_limited', params: { retryAfter: '60' } })
    draft.addText('ada@x.org, piet@x.org, rosa@x.org')
    expect(await draft.send()).toEqual({ invited: 1, total: 3, isDone: false })
    expect(chips()).toEqual(['piet@x.org known already_invited', 'rosa@x.org waiting rate_limited'])
    expect(draft.getSnapshot()).toMatchObject({ result: { invited: 1, total: 3 }, ready: 0 })
    expect(draft.getSnapshot().addresses[0]?.invitationId).toBe('i9')
  })

  it('takes other spellings of an address away with it, and counts all that are left', async () => {
    const { draft, chips } = aDraft()
    draft.addText('ada@x.org, maria@acme, ADA@X.org, bob@x.org')
    expect(await draft.send()).toEqual({ invited: 2, total: 3, isDone: false })
    expect(chips()).toEqual(['maria@acme wrong incomplete_domain'])
    expect(draft.getSnapshot().result).toEqual({ invited: 2, total: 3 })
  })

  it('lets an address go again once its time has come', async () => {
    const { server, clock, draft, chips } = aDraft()
    server.fates.push(new ApiError('rate_limited', 'too many', { status: 429, retryAfter: 60 }))
    draft.addText(many(3).join(' '))
    await draft.send()
    expect(chips()).toEqual(many(3).map((email) => `${email} waiting rate_limited`))
    expect(draft.getSnapshot().addresses[0]?.waitMs).toBe(60_000)
    clock.advance(59_999)
    expect(draft.getSnapshot().ready).toBe(0)
    clock.advance(1)
    expect(chips()).toEqual(many(3).map((email) => `${email} retry`))
    expect(await draft.send()).toMatchObject({ invited: 3, isDone: true })
  })

  it.each(['lost', 'unanswered'] as const)('sends nothing twice when a response is %s', async (fate) => {
    const { server, draft, chips } = aDraft()
    draft.addText(many(300).join('\n'))
    server.fates.push('answered', fate)
    expect(await draft.send()).toMatchObject({ invited: 200, isDone: false })
    expect(chips()).toEqual(
      many(300)
        .slice(200)
        .map((email) => `${email} retry ${fate === 'lost' ? 'network' : 'timeout'}`),
    )
    draft.addText('new@x.org')
    expect(await draft.send()).toMatchObject({ invited: 101, isDone: true })
    expect(server.sent).toEqual([...many(300), 'new@x.org'])
    const intents = server.requests.slice(-2).map(({ intent }) => intent)
    expect(intents[0]).toMatch(/\.1$/)
    expect(intents[1]).not.toBe(intents[0])
  })

  it('uses another intent once the list or the role has changed', async () => {
    const { server, draft } = aDraft()
    server.fates.push('unanswered')
    draft.addText('ada@x.org bob@x.org')
    await draft.send()
    draft.setRole('r2')
    await draft.send()
    expect(new Set(server.requests.map(({ intent }) => intent)).size).toBe(2)
    expect(draft.getSnapshot().addresses.map(({ failure }) => failure?.code)).toEqual([
      'already_invited',
      'already_invited',
    ])
  })

  it('stops after the current request', async () => {
    const { server, draft } = aDraft()
    draft.addText(many(450).join('\n'))
    const sent = draft.send()
    draft.stop()
    expect(await sent).toMatchObject({ isDone: false })
    expect(server.sent.length).toBeLessThanOrEqual(200)
    expect(draft.getSnapshot().addresses).toHaveLength(450 - server.sent.length)
    expect(draft.getSnapshot().sending).toBeNull()
  })

  it('says why a sending failed as a whole, and keeps everything', async () => {
    const { server, draft, chips } = aDraft()
    server.fates.push(new ApiError('role_not_found', 'gone', { status: 422 }))
    draft.addText('ada@x.org')
    await draft.send()
    expect(draft.getSnapshot().error).toMatchObject({ code: 'role_not_found' })
    expect(chips()).toEqual(['ada@x.org ready'])
  })

  it('asks the host before it sends, and keeps everything that the host stops', async () => {
    const { server, draft, chips, hooks } = aDraft()
    hooks.onBeforeInvite = () => ({ cancel: true, reason: 'Not on Sundays.' })
    draft.addText('ada@x.org')
    expect(await draft.send()).toMatchObject({ invited: 0, isDone: false })
    expect(draft.getSnapshot().error).toMatchObject({
      code: 'cancelled',
      params: { reason: 'Not on Sundays.' },
    })
    expect(chips()).toEqual(['ada@x.org ready'])
    expect(server.requests).toEqual([])
    delete hooks.onBeforeInvite
    await draft.send()
    expect(server.sent).toEqual(['ada@x.org'])
  })

  it('sends again by the same act as the list, with the host’s hooks', async () => {
    const { server, clock, draft, chips, hooks } = aDraft()
    const asked: string[] = []
    hooks.onBeforeResend = ({ invitation }) => {
      asked.push(invitation.id)
      return { cancel: true }
    }
    server.states.set('guest@x.org', { state: 'already_invited', invitationId: 'i1' })
    draft.addText('guest@x.org')
    await settle(clock)
    expect(await draft.resend('i1')).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(asked).toEqual(['i1'])
    expect(chips()).toEqual(['guest@x.org known already_invited'])
  })

  it('sends a pending invitation again, and takes its address away', async () => {
    const { server, clock, draft, chips } = aDraft()
    server.states.set('guest@x.org', { state: 'already_invited', invitationId: 'i1' })
    draft.addText('guest@x.org ada@x.org')
    await settle(clock)
    expect(await draft.resend('i1')).toMatchObject({ ok: true, value: { id: 'i1' } })
    expect(chips()).toEqual(['ada@x.org ready'])
  })

  it('puts an address back into the text to be corrected', () => {
    const { draft, chips } = aDraft()
    draft.addText('ada@x.org maria@acme')
    draft.edit(draft.getSnapshot().addresses[1]?.id ?? '')
    expect(draft.getSnapshot().text).toBe('maria@acme')
    expect(chips()).toEqual(['ada@x.org ready'])
  })

  it('reads a file, another column of it, and takes it away again', async () => {
    const { draft, chips } = aDraft()
    draft.addText('own@x.org')
    const text =
      'Name,Manager,Email\nAda,lea@x.org,ada@x.org\nIda,lea@x.org,on leave\nBob,tom@x.org,bob@x.org\n'
    await draft.openFile(new File([text], 'people.csv'))
    expect(chips()).toEqual(['own@x.org ready', 'ada@x.org ready', 'bob@x.org ready'])
    expect(draft.getSnapshot().file).toMatchObject({
      column: 2,
      rowsRead: 2,
      named: [{ line: 3, text: 'on leave' }],
    })
    draft.chooseColumn(1)
    expect(chips()).toHaveLength(4)
    draft.removeFile()
    expect(chips()).toEqual(['own@x.org ready'])
    await draft.openFile(new File([many(600).join('\n')], 'many.csv'))
    expect(draft.getSnapshot().file).toMatchObject({ tooMany: 600 })
    expect(chips()).toEqual(['own@x.org ready'])
  })
})
