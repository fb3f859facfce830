import { describe, expect, it } from 'vitest'
import { draftOfSession } from '../../src/state/invitations/draft-of-session.ts'
import { aDraft, many, settle } from './a-draft.ts'

describe('a draft of invitations that is hard to keep', () => {
  it('shows the beginning of a whole document, and puts all of it back to be corrected', () => {
    const { draft } = aDraft()
    const document = 'x'.repeat(100_000)
    draft.addText(document)
    const [shown] = draft.getSnapshot().addresses
    expect(shown?.text.length).toBeLessThan(1_000)
    draft.edit(shown?.id ?? '')
    expect(draft.getSnapshot().text).toBe(document)
  })

  it('checks an address once, also if the backend returns no result for it', async () => {
    const { server, clock, draft, chips } = aDraft()
    server.api.check = async (emails) => {
      server.checked.push(emails)
      return { results: [{ email: 'known@x.org', state: 'already_user', userId: 'u1' }] }
    }
    draft.addText('unknown@x.org known@x.org')
    for (let time = 0; time < 5; time += 1) await settle(clock)
    expect(server.checked).toEqual([['unknown@x.org', 'known@x.org']])
    expect(chips()).toEqual(['unknown@x.org ready', 'known@x.org known already_user'])
  })

  it('checks nothing for a provider that is gone, whose draft another one shows', async () => {
    const { server, clock, draft, close, begin, session } = aDraft()
    draft.addText('ada@x.org')
    close()
    await settle(clock)
    const checks = server.checked.length
    const again = draftOfSession(begin(), session)
    again.subscribe(() => {})
    again.addText('bob@x.org')
    await settle(clock)
    expect(server.checked.slice(checks)).toEqual([['ada@x.org', 'bob@x.org']])
    expect(draft.getSnapshot().addresses).toHaveLength(2)
  })

  it('finds the results of a backend that returns addresses in another form', async () => {
    const { server, draft, chips } = aDraft()
    const { invite } = server.api
    server.api.invite = async (request, options) => {
      const { results } = await invite(request, options)
      return { results: results.map((result) => ({ ...result, email: result.email.toLowerCase() })) }
    }
    server.refusals.set('bob@x.org', { code: 'seats_full' })
    draft.addText('Ada@X.org, Bob@X.org')
    expect(await draft.send()).toEqual({ invited: 1, total: 2, isDone: false })
    expect(chips()).toEqual(['Bob@X.org retry seats_full'])
  })

  it('keeps what was being typed when another address is put back to be corrected', () => {
    const { draft, chips } = aDraft()
    draft.addText('maria@acme')
    draft.setText('bob@x.org')
    draft.edit(draft.getSnapshot().addresses[0]?.id ?? '')
    expect(draft.getSnapshot().text).toBe('maria@acme')
    expect(chips()).toEqual(['bob@x.org ready'])
    const text = many(600).join('\n')
    draft.setText(text)
    draft.commitText()
    draft.edit(draft.getSnapshot().addresses[0]?.id ?? '')
    expect(draft.getSnapshot().text).toBe(`bob@x.org\n${text}`)
    expect(chips()).toEqual([])
  })

  it('shows the file that was opened last, also if an earlier one takes longer to read', async () => {
    const { draft, chips } = aDraft()
    const slow = new File(['slow@x.org\n'], 'slow.csv')
    const { promise, resolve } = Promise.withResolvers<ArrayBuffer>()
    const bytes = await slow.arrayBuffer()
    slow.arrayBuffer = () => promise
    const opening = draft.openFile(slow)
    await draft.openFile(new File(['fast@x.org\n'], 'fast.csv'))
    resolve(bytes)
    await opening
    expect(draft.getSnapshot().file?.file.name).toBe('fast.csv')
    expect(chips()).toEqual(['fast@x.org ready'])
  })
})
