import type { FaultyRoom } from '../../scripts/mutants/fault.ts'

const tokens = ['test/backend/core/invitations/token.test.ts']
const grants = ['test/backend/core/invitations/grant-of.test.ts']
const joining = ['test/backend/memory-store.test.ts']
const accounts = ['test/backend/node/joining.test.ts']
const links = ['test/state/join/read-join-link.test.ts']
const page = ['test/hooks/useJoin.browser.test.tsx']

/** Links of invitations, and who joins by them. */
export const room: FaultyRoom = {
  name: 'joining',
  floor: 95,
  faults: [
    {
      file: 'backend/core/invitations/token.ts',
      from: 'isEqual(await write(key, parsed.invitation), token)',
      to: 'parsed.keyId === key.id',
      why: 'any MAC is genuine',
      tests: tokens,
    },
    {
      file: 'backend/core/invitations/token.ts',
      from: 'keys.find(({ id }) => id === parsed.keyId)',
      to: 'keys[0]',
      why: 'the links of a previous key are not valid',
      tests: tokens,
    },
    {
      file: 'backend/core/invitations/token.ts',
      from: 'await hmac(labelled(body))',
      to: 'await hmac(Uint8Array.from(body))',
      why: 'a MAC for something else under the same secret is genuine',
      tests: tokens,
    },
    {
      file: 'backend/core/invitations/grant-of.ts',
      from: 'chosen && !hasGained',
      to: 'chosen',
      why: 'a role that has gained an administrative permission is given',
      tests: grants,
    },
    {
      file: 'backend/core/handlers/join.ts',
      from: 'emailKey(account.email) !== invitation.emailKey',
      to: 'false',
      why: 'any account joins by the link of another one',
      tests: joining,
    },
    {
      file: 'backend/core/handlers/join.ts',
      from: '!account.emailVerified',
      to: 'false',
      why: 'an address that nobody verified joins',
      tests: joining,
    },
    {
      file: 'backend/core/handlers/join-person.ts',
      from: 'known?.hasPassword',
      to: '!known',
      why: 'a link sets another password for an account that has one',
      tests: joining,
    },
    {
      file: 'backend/core/handlers/open-invitation.ts',
      from: 'user.accountId === identified?.account.id',
      to: 'identified',
      why: 'a used link tells everyone who joined by it',
      tests: joining,
    },
    {
      file: 'backend/node/store/write.ts',
      from: "error.constraint === 'passwords_pkey'",
      to: 'false',
      why: 'two companies at once are a failure',
      tests: accounts,
    },
    {
      file: 'src/state/join/read-join-link.ts',
      from: ".replace(/\\p{Cf}/gu, '')",
      to: '',
      why: 'an invisible character breaks a link',
      tests: links,
    },
    {
      file: 'src/state/join/join-token.ts',
      from: 'Math.abs(now() - Number(at)) < keptFor',
      to: 'at',
      why: 'the next person at a tab finds the invitation of the last',
      tests: page,
    },
    {
      file: 'src/state/join/join-token.ts',
      from: '  clean(address)\n',
      to: '',
      why: 'the token stays in the address',
      tests: page,
    },
    {
      file: 'src/components/join-company/JoinForm.tsx',
      from: 'setName(event.target.value)',
      to: "setName(event.target.value === 'Lin Wei' ? '' : event.target.value)",
      why: 'the name is lost',
      tests: page,
    },
  ],
}
