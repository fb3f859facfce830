import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/client/api-error.ts'
import { draftOfSession } from '../../src/state/invitations/draft-of-session.ts'
import { aDraft, sessionOf } from './a-draft.ts'

describe('the memory of drafts (B27)', () => {
  const fill = ({ draft }: ReturnType<typeof aDraft>) => {
    draft.addText('ada@x.org bob@x.org')
    draft.setMessage('Welcome!')
  }
  const countOf = (draft: { getSnapshot(): { addresses: readonly unknown[]; message: string } }) => {
    const { addresses, message } = draft.getSnapshot()
    return addresses.length + message.length
  }

  it('gives a draft back after a session has expired, and shows it to nobody else', () => {
    const ada = aDraft()
    fill(ada)
    const error = new ApiError('session_idle', 'over', { status: 401 })
    ada.reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms: 0 })
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), sessionOf('ben')))).toBe(0)
    expect(
      countOf(draftOfSession(ada.begin(), { ...ada.session, company: { id: 'other', name: 'Other' } })),
    ).toBe(0)
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(10)
  })

  it('gives it back after someone else has signed in in another tab', () => {
    const ada = aDraft()
    fill(ada)
    ada.state.noteSession('hers', 'ada')
    ada.state.noteSession('his', 'ben')
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(10)
  })

  it('forgets a draft with a sign-out', () => {
    const ada = aDraft()
    fill(ada)
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
  })

  it.each([
    ['idle', 10],
    ['expired', 10],
    ['revoked', 10],
    ['session_changed', 10],
    ['signed_out', 0],
  ] as const)(
    'after a session that ended with the reason %s, there are %i of 10 addresses (B27)',
    (reason, kept) => {
      const ada = aDraft()
      fill(ada)
      ada.reporter.emit({ type: 'session.ended', reason })
      ada.state.reset()
      expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(kept)
    },
  )

  it('forgets a draft with a sign-out that a request has noticed first', () => {
    const ada = aDraft()
    fill(ada)
    const error = new ApiError('signed_out', 'over', { status: 401 })
    ada.reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms: 0 })
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
  })

  it('forgets a draft with a sign-out, whatever failed before it', () => {
    const error = new ApiError('unauthenticated', 'no cookie', { status: 401 })
    const refused = { type: 'request.failed', context: { resource: 'users' }, error, ms: 0 } as const
    const ada = aDraft()
    fill(ada)
    ada.reporter.emit(refused)
    ada.reporter.emit({ type: 'session.ended', reason: 'signed_out' })
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
    const ben = aDraft()
    fill(ben)
    ben.reporter.emit(refused)
    ben.reporter.emit({ type: 'users.loaded', offset: 0, rows: 1, total: 1, ms: 0 })
    ben.state.reset()
    expect(countOf(draftOfSession(ben.begin(), ben.session))).toBe(0)
  })

  it('keeps the draft of a session that has ended, also if requests without a cookie failed first', () => {
    const ada = aDraft()
    fill(ada)
    const error = new ApiError('signed_out', 'no cookie', { status: 401 })
    ada.reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms: 0 })
    ada.reporter.emit({ type: 'session.ended', reason: 'idle' })
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(10)
  })

  it('forgets a draft with a sign-out that a request has noticed after a refusal', () => {
    const ada = aDraft()
    fill(ada)
    for (const code of ['session_expired', 'signed_out']) {
      const error = new ApiError(code, 'over', { status: 401 })
      ada.reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms: 0 })
    }
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
  })

  it('keeps a draft after a refusal, when a list arrives that was requested before it', () => {
    const ada = aDraft()
    fill(ada)
    ada.clock.advance(100)
    const error = new ApiError('session_expired', 'over', { status: 401 })
    ada.reporter.emit({ type: 'request.failed', context: { resource: 'users' }, error, ms: 0 })
    ada.clock.advance(10)
    ada.reporter.emit({ type: 'users.loaded', offset: 0, rows: 1, total: 1, ms: 60 })
    ada.state.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(10)
  })

  it('forgets it with a sign-out after it was given back', () => {
    const ada = aDraft()
    fill(ada)
    ada.reporter.emit({ type: 'session.ended', reason: 'idle' })
    ada.state.reset()
    const again = ada.begin()
    expect(countOf(draftOfSession(again, ada.session))).toBe(10)
    again.reset()
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
  })

  it('forgets a draft 12 hours after its last change', () => {
    const ada = aDraft()
    fill(ada)
    ada.clock.advance(12 * 3_600_000)
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(10)
    ada.clock.advance(1)
    expect(countOf(draftOfSession(ada.begin(), ada.session))).toBe(0)
  })
})
