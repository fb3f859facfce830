import { describe, expect, it } from 'vitest'
import { checkJoinApi } from '../../src/client/check-join-api.ts'
import { createJoinApi } from '../../src/client/create-join-api.ts'
import { json, problem } from './answers.ts'
import { failureOf } from './failure-of.ts'
import { serve } from './serve.ts'

const preview = {
  company: { id: 'acme', name: 'Acme Support' },
  email: 'lin.wei@acme.example',
  role: { id: 'agent', name: 'Agent' },
  teams: [{ id: 'emea', name: 'Support EMEA' }],
  invitedBy: { name: 'Amara Okafor' },
  expiresAt: '2026-03-24T14:20:00.000Z',
  account: 'none',
  lost: [],
}
const joined = {
  company: { id: 'acme', name: 'Acme Support' },
  userId: 'user-1',
  role: { id: 'agent', name: 'Agent' },
  lost: [],
}
const token = 'AQYzJx2vT4oLrZk1XWc0dNfY'

describe('the port of joining', () => {
  it('requests what an invitation is for, without a company, and with the token only in the body', async () => {
    const server = await serve(json(preview))
    await expect(createJoinApi({ baseUrl: server.url }).preview(token)).resolves.toEqual(preview)
    const [sent] = server.requests
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/join/preview' })
    expect(sent?.parameters.size).toBe(0)
    expect(JSON.stringify(sent?.headers)).not.toContain(token)
    expect(sent?.headers).not.toHaveProperty('roster-company')
    expect(JSON.parse((await sent?.body) ?? '')).toEqual({ token })
  })

  it('joins with a name and a password, and leaves out what there is not', async () => {
    const server = await serve(json(joined))
    const api = createJoinApi({ baseUrl: server.url })
    await expect(api.join({ token, name: 'Lin Wei', password: 'four unrelated words' })).resolves.toEqual(
      joined,
    )
    await api.join({ token })
    const bodies = await Promise.all(server.requests.map(({ body }) => body))
    expect(bodies.map((body) => JSON.parse(body))).toEqual([
      { token, name: 'Lin Wei', password: 'four unrelated words' },
      { token },
    ])
  })

  it('sends no request with an empty token', async () => {
    const server = await serve(json(preview))
    const api = createJoinApi({ baseUrl: server.url })
    expect((await failureOf(api.preview(''))).code).toBe('invitation_not_found')
    expect((await failureOf(api.join({ token: '' }))).code).toBe('invitation_not_found')
    expect(server.requests).toEqual([])
  })

  it('rejects with the code and the params of a link that ended', async () => {
    const params = { company: 'Acme Support', inviter: 'Amara Okafor', at: '2026-03-16T14:20:00.000Z' }
    const server = await serve(problem(410, 'invitation_expired', { params }))
    const error = await failureOf(createJoinApi({ baseUrl: server.url }).preview(token))
    expect(error).toMatchObject({ code: 'invitation_expired', status: 410, params })
    expect(JSON.stringify(error)).not.toContain(token)
  })

  it('repeats a request whose response was lost, since a repeat changes nothing more', async () => {
    const server = await serve(problem(503, 'unavailable'), json(joined))
    await expect(createJoinApi({ baseUrl: server.url }).join({ token })).resolves.toEqual(joined)
    expect(server.requests).toHaveLength(2)
  })

  it('reads what a server of another version leaves out or adds', async () => {
    const { lost: _, teams: __, expiresAt: ___, ...older } = preview
    const server = await serve(json({ ...older, account: 'by_passkey', since: 'today' }))
    await expect(createJoinApi({ baseUrl: server.url }).preview(token)).resolves.toEqual({
      ...older,
      teams: [],
      account: 'exists',
      lost: [],
    })
  })
})

describe("a host's own port of joining", () => {
  it('is read as an HTTP response is', async () => {
    const api = checkJoinApi({
      preview: async () => ({ ...preview, company: { id: 7 } }) as never,
      join: async () => ({ company: preview.company, userId: 'user-1' }) as never,
    })
    expect((await failureOf(api.preview(token))).code).toBe('malformed_answer')
    await expect(api.join({ token })).resolves.toEqual({
      company: preview.company,
      userId: 'user-1',
      lost: [],
    })
  })

  it('rejects with an ApiError, whatever it throws', async () => {
    const broken = async () => {
      throw 'no'
    }
    const api = checkJoinApi({ preview: broken, join: broken })
    expect((await failureOf(api.preview(token))).isApiError).toBe(true)
    expect((await failureOf(api.join({ token }))).code).toBe('unknown')
  })
})
