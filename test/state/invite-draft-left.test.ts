import { describe, expect, it } from 'vitest'
import { aDraft, many, settle } from './a-draft.ts'

describe('what is left in a draft of invitations', () => {
  it('sends nothing while lines of the text have no address, and keeps them after the others were sent (V19)', async () => {
    const { server, draft } = aDraft()
    draft.addText('ada@x.org')
    draft.setText('bob\ncarol')
    expect(await draft.send()).toEqual({ invited: 0, total: 0, isDone: false })
    expect(server.sent).toEqual([])
    const named = [
      { line: 1, text: 'bob' },
      { line: 2, text: 'carol' },
    ]
    expect(draft.getSnapshot()).toMatchObject({ named, ready: 1, text: '' })
    expect(await draft.send()).toEqual({ invited: 1, total: 1, isDone: false })
    expect(draft.getSnapshot()).toMatchObject({ named, addresses: [], result: { invited: 1, total: 1 } })
    draft.removeNamed()
    draft.addText('dan@x.org')
    expect(await draft.send()).toMatchObject({ isDone: true })
  })

  it('keeps the lines of a file without an address when the others were sent, but not empty ones', async () => {
    const { draft } = aDraft()
    await draft.openFile(new File(['Email\nada@x.org\n\nbob@acme\n'], 'people.csv'))
    expect(await draft.send()).toMatchObject({ invited: 1, isDone: false })
    expect(draft.getSnapshot().file?.named).toHaveLength(2)
    draft.removeFile()
    await draft.openFile(new File(['Email\nbob@x.org\n\ndan@x.org\n'], 'people.csv'))
    expect(await draft.send()).toMatchObject({ invited: 2, isDone: true })
    expect(draft.getSnapshot().file).toBeNull()
  })

  it('keeps what was typed while the others were sent', async () => {
    const { draft } = aDraft()
    draft.addText('ada@x.org')
    const sent = draft.send()
    draft.setText('bob@x.org')
    expect(await sent).toMatchObject({ invited: 1, isDone: false })
    expect(draft.getSnapshot().text).toBe('bob@x.org')
  })

  it('adds text of too many addresses once there is room for it', async () => {
    const { draft } = aDraft()
    draft.addText(many(499).join('\n'))
    draft.addText('ada@x.org, bob@x.org')
    expect(draft.getSnapshot()).toMatchObject({ tooMany: 2, ready: 499 })
    draft.remove([draft.getSnapshot().addresses[0]?.id ?? ''])
    expect(draft.getSnapshot()).toMatchObject({ tooMany: undefined, ready: 500 })
    expect(await draft.send()).toMatchObject({ invited: 500, isDone: true })
  })

  it('adds a file of too many addresses once there is room for it', async () => {
    const { draft } = aDraft()
    draft.addText(many(499).join('\n'))
    const people = new File(['Email\nada@y.org\nbob@y.org\n'], 'people.csv')
    await draft.openFile(people)
    expect(draft.getSnapshot()).toMatchObject({ file: { tooMany: 2 }, ready: 499 })
    draft.remove([draft.getSnapshot().addresses[0]?.id ?? ''])
    expect(draft.getSnapshot().file?.tooMany).toBeUndefined()
    expect(draft.getSnapshot().ready).toBe(500)
    draft.removeFile()
    draft.addText('eva@x.org, finn@x.org')
    await draft.openFile(people)
    expect(await draft.send()).toEqual({ invited: 500, total: 502, isDone: false })
    expect(draft.getSnapshot()).toMatchObject({ ready: 2, file: { rowsRead: 2 } })
    expect(await draft.send()).toMatchObject({ invited: 2, isDone: true })
  })

  it('counts the room for a text again when the column of the file changes', async () => {
    const { draft } = aDraft()
    const rows = many(490).map((email, index) => `${email},${index < 3 ? `h${index}@x.org` : ''}`)
    await draft.openFile(new File([['Work,Home', ...rows].join('\n')], 'people.csv'))
    draft.addText(many(20).join(' q'))
    expect(draft.getSnapshot().tooMany).toBe(20)
    draft.chooseColumn(1)
    expect(draft.getSnapshot()).toMatchObject({ tooMany: undefined, ready: 23 })
  })

  it('takes the guard of our export off what is pasted, and off nothing that is typed (B17)', () => {
    const { draft, chips } = aDraft()
    draft.addText("'-anna@x.org")
    draft.setText("'-otto@x.org")
    draft.commitText()
    expect(chips()).toEqual(['-anna@x.org ready', "'-otto@x.org ready"])
  })

  it.each([
    ['already_invited', { invitationId: 'i9' }],
    ['already_user', { userId: 'u9' }],
    ['domain_blocked', { rule: 'x.org' }],
  ])('lets an address go again once a newer check finds no %s (V27)', async (code, params) => {
    const { server, clock, draft, chips } = aDraft()
    server.refusals.set('piet@x.org', { code, params })
    draft.addText('piet@x.org')
    await settle(clock)
    await draft.send()
    const [refused] = chips()
    expect(refused).toMatch(code)
    await settle(clock)
    expect(chips()).toEqual([refused])
    server.refusals.clear()
    draft.recheck()
    await settle(clock)
    expect(chips()).toEqual(['piet@x.org ready'])
    expect(await draft.send()).toMatchObject({ invited: 1, isDone: true })
  })

  it('keeps the reasons that a check says nothing about (the failed stay)', async () => {
    const { server, clock, draft, chips } = aDraft()
    server.refusals.set('rosa@x.org', { code: 'rate_limited', params: { retryAfter: '3600' } })
    server.refusals.set('sven@x.org', { code: 'seats_full' })
    draft.addText('rosa@x.org, sven@x.org')
    await settle(clock)
    await draft.send()
    draft.recheck()
    await settle(clock)
    expect(chips()).toEqual(['rosa@x.org waiting rate_limited', 'sven@x.org retry seats_full'])
  })
})
