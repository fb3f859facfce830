import { storyTime } from '../../.storybook/story-time.ts'
import { createBackend } from '../../backend/core/create-backend.ts'
import { linkKeysOf } from '../../backend/core/invitations/link-keys.ts'
import { createInvitationTokens } from '../../backend/core/invitations/token.ts'
import { createMemoryStore } from '../../backend/core/memory/create-memory-store.ts'
import { seedCompany } from '../../mocks/people/seed-company.ts'
import { createJoinApi } from '../../src/client/create-join-api.ts'

const day = 86_400_000

/** A backend with one pending invitation, its token, and a port to join by it. */
export async function aJoinBackend() {
  const now = storyTime
  const store = createMemoryStore({ clock: () => now })
  const company = seedCompany({ now, count: 12 })
  const tokens = createInvitationTokens(await linkKeysOf(['a secret of at least 32 characters']))
  const email = 'lin.wei@acme.example'
  await store.createCompany({
    ...company,
    invitations: [
      {
        ...{ id: 'invitation-1', email, address: email, emailKey: email, roleId: 'agent', teamIds: [] },
        ...{ administrative: [], message: null, locale: null, invitedBy: 'acme-1', generation: 1 },
        ...{ invitedAt: new Date(now), askedAt: new Date(now), sentAt: new Date(now) },
        expiresAt: new Date(now + 7 * day),
        delivery: { state: 'sent', reason: null, nextTryAt: null },
      },
    ],
  })
  const backend = createBackend({
    store,
    tokens,
    identity: { authenticate: async () => null, endSignIns: async () => {} },
    signIns: {
      signIn: async () => [],
      signOut: async () => [],
      joining: {
        find: async () => null,
        inTurn: (work) => work(),
        isCommonPassword: (password) => password.startsWith('password'),
        hashPassword: async () => 'a hash',
        beginSignIn: () => ({ signIn: { id: 's1', secretHash: '', lifetime: 60 }, headers: [] }),
      },
    },
  })
  return {
    token: await tokens.write({ companyId: 'acme', invitationId: 'invitation-1', generation: 1 }),
    api: createJoinApi({
      baseUrl: 'http://stories.invalid',
      fetch: (request) => backend.fetch(request),
      retry: 0,
    }),
  }
}
