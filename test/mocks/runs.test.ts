import { setupServer } from 'msw/node'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMocks } from '../../mocks/create-mocks.ts'
import type { ScenarioName } from '../../mocks/scenarios/scenarios.ts'
import { createHttpApi } from '../../src/client/create-http-api.ts'
import type { FrozenSelection } from '../../src/contract/selections.ts'

async function play(...scenario: ScenarioName[]) {
  const { handlers, company, token } = await createMocks({ scenario, clock: () => Date.UTC(2026, 2, 14) })
  const server = setupServer(...handlers)
  server.listen()
  onTestFinished(() => server.close())
  const baseUrl = 'http://roster.test/roster-api'
  return createHttpApi({ baseUrl, company, getToken: () => token, retry: 0 })
}

type Api = Awaited<ReturnType<typeof play>>

const freeze = ({ selections }: Api, search: string) =>
  selections.create(
    { resource: 'users', of: { query: { search }, except: [] }, action: { kind: 'delete' } },
    { intent: crypto.randomUUID() },
  )

/** Continues a run until it ends or fails. */
async function drive({ selections }: Api, { id, position }: FrozenSelection) {
  const positions = [position]
  for (;;) {
    const at = positions.at(-1) ?? 0
    const { selection } = await selections.chunk(id, at)
    positions.push(selection.position)
    if (selection.state === 'done') return { positions, selection }
  }
}

describe('a mocked run', () => {
  it('deletes hundreds of users, and is undone', async () => {
    const api = await play('many')
    const frozen = await freeze(api, 'an')
    expect(frozen.allowed).toBeGreaterThan(200)
    expect(frozen.impact.map(({ kind }) => kind)).toEqual(['pending_invitations', 'open_conversations'])
    const { selection } = await drive(api, frozen)
    expect(selection).toMatchObject({ done: frozen.allowed, failed: 0, undo: { id: frozen.id } })
    expect((await api.users.list({})).total).toBe(1_204 - frozen.allowed)
    const undo = await api.selections.create(
      { resource: 'users', of: { undoOf: frozen.id }, action: { kind: 'undo' } },
      { intent: 'undo' },
    )
    await drive(api, undo)
    expect((await api.users.list({})).total).toBe(1_204)
  })

  it('of chunk-failing fails at its third step, and goes on from there', async () => {
    const api = await play('chunk-failing')
    const frozen = await freeze(api, 'an')
    await expect(drive(api, frozen)).rejects.toMatchObject({ code: 'internal' })
    const { position, failed } = await api.selections.get(frozen.id)
    expect([position, failed]).toEqual([40, 0])
    expect((await drive(api, await api.selections.get(frozen.id))).selection.done).toBe(frozen.allowed)
  })

  it.each([
    ['session-ending', 'session_revoked', 'session_revoked'],
    ['permission-revoked', 'missing_permission', 'missing_permission'],
    ['selection-expired', 'selection_expired', undefined],
  ] as const)('of %s is refused as %s', async (scenario, code, list) => {
    const api = await play(scenario)
    await expect(drive(api, await freeze(api, 'an'))).rejects.toMatchObject({ code })
    const outcome = await api.users.list({}).then(
      () => undefined,
      (error) => error.code,
    )
    expect(outcome).toBe(list)
  })

  it('of slow-runs takes small steps', async () => {
    const api = await play('slow-runs')
    const frozen = await freeze(api, 'an')
    const { selection } = await api.selections.chunk(frozen.id, 0)
    expect(selection.position).toBe(20)
  })

  it('takes 100,000 of a million users, and no more', async () => {
    const api = await play('million')
    await expect(freeze(api, '')).rejects.toMatchObject({ code: 'selection_too_large' })
    const { total } = await api.users.list({ search: 'ana' })
    const frozen = await freeze(api, total <= 100_000 ? 'ana' : 'anabel')
    expect(frozen.total).toBeGreaterThan(1_000)
    expect((await api.selections.chunk(frozen.id, 0)).selection.position).toBeGreaterThan(50)
  })
})

it('a mocked export is the whole list', async () => {
  const api = await play('many')
  const columns = ['name', 'email', 'role', 'teams'].map((id) => ({ id, label: id }))
  const { total, body } = await api.users.export({ query: { sort: 'joined' }, columns })
  expect(total).toBe(1_204)
  const lines = (await new Response(body).text()).split('\r\n')
  expect(lines).toHaveLength(1_204 + 2)
})
