import { dictionary } from '@zxcvbn-ts/language-common'
import { sql } from 'kysely'
import { describe, expect, it, onTestFinished } from 'vitest'
import { setUpCompany } from '../../../backend/node/commands/set-up-company.ts'
import { openPostgres } from '../../../backend/node/database/open-postgres.ts'
import { createAccounts } from '../../../backend/node/identity/accounts.ts'
import { isCommonPassword } from '../../../backend/node/identity/common-passwords.ts'
import { createPostgres } from './test-postgres.ts'

async function opened() {
  const database = openPostgres(await createPostgres())
  onTestFinished(() => database.close())
  const count = async () => {
    const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from companies) as companies, (select count(*)::int from accounts) as accounts,
      (select count(*)::int from users) as users, (select count(*)::int from passwords) as passwords
    `.execute(database.db)
    return Object.values(rows[0] ?? {})
  }
  return { database, accounts: createAccounts(database), count }
}

const acme = { name: 'Acme', email: 'ada@acme.example', password: 'correct horse battery' }

describe('setting up a company', () => {
  it.each([
    ['no name', { name: ' ' }, 'company name'],
    ['a long name', { name: 'a'.repeat(201) }, 'company name'],
    ['a control in the name', { name: 'Ac\u0007me' }, 'invisible'],
    ['a zero-width character in the name', { name: 'Ac\u200bme' }, 'invisible'],
    ['a bidi override in the name', { name: 'Ac\u202eme' }, 'invisible'],
    ['a line separator in the name', { name: 'Ac\u2028me' }, 'invisible'],
    ['half a character in the name', { name: 'Ac\ud800me' }, 'invisible'],
    ['an invisible administrator', { adminName: 'Ada\u2066' }, 'administrator'],
    ['a long administrator', { adminName: 'a'.repeat(201) }, 'administrator'],
    ['no address', { email: 'nobody' }, 'email'],
    ['an address with a zero-width character', { email: 'ada@ac\u200bme.example' }, 'email'],
    ['an address with a line break', { email: 'ada@acme.example\r\nBcc: eve@evil.example' }, 'email'],
    [
      'a long address',
      { email: `ada@${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(63)}.org` },
      'email',
    ],
    ['an IP address', { email: 'ada@127.0.0.1' }, 'email'],
    ['a short password', { password: 'short pas' }, 'at least 10'],
    ['a password that sign-in does not take', { password: 'ab'.repeat(513) }, 'at most 1024'],
    ['a control in the password', { password: 'correct\u0000 horse' }, 'control'],
    ['a common password', { password: '1234567890' }, 'common'],
    ['a common password in capitals', { password: 'QWERTYUIOP' }, 'common'],
    ['a common password twice', { password: 'passwordpassword' }, 'common'],
    ['one character', { password: 'aaaaaaaaaaaa' }, 'common'],
    ['the name of the company', { password: 'my-aCmé-secret' }, 'name of the company'],
    [
      'the name of the company, with other marks',
      { name: 'North & Sons', password: 'north.sons 2026' },
      'name of the company',
    ],
  ])('refuses %s, and leaves nothing', async (_name, wrong, message) => {
    const { database, count } = await opened()
    const setup = { ...acme, ...wrong }
    const error: unknown = await setUpCompany(database, setup).catch((reason) => reason)
    expect(error).toMatchObject({ name: 'CompanyRefused', message: expect.stringContaining(message) })
    if ('password' in wrong) expect(String(error)).not.toContain(wrong.password)
    expect(await count()).toEqual([0, 0, 0, 0])
  })

  it('lets two companies share a name', async () => {
    const { database, count } = await opened()
    await setUpCompany(database, acme)
    await setUpCompany(database, { ...acme, email: 'bob@acme.example' })
    expect(await count()).toEqual([2, 2, 2, 2])
  })

  it('creates one account for two set-ups with the same address, and only one of them gets the password', async () => {
    for (let round = 0; round < 5; round++) {
      const { database, accounts, count } = await opened()
      const passwords = ['correct horse battery', 'staple correct horse']
      const made = await Promise.all(
        passwords.map((password, index) =>
          setUpCompany(database, {
            name: `Number ${index}`,
            email: ['ada@x.example', 'ADA@x.example'][index] ?? '',
            password,
          }),
        ),
      )
      expect(made.filter(({ isKnown }) => isKnown)).toHaveLength(1)
      expect(await count()).toEqual([2, 1, 2, 1])
      const right = passwords[made.findIndex(({ isKnown }) => !isKnown)] ?? ''
      expect(await accounts.verify('ada@x.example', right)).not.toBeNull()
    }
  })

  it('leaves nothing where it fails half-way', async () => {
    const { database, count } = await opened()
    await sql`alter table passwords add constraint away check (hash = '')`.execute(database.db)
    await expect(setUpCompany(database, acme)).rejects.toThrow('away')
    expect(await count()).toEqual([0, 0, 0, 0])
  })

  it('generates a password if none is given, except for an existing account', async () => {
    const { database, accounts } = await opened()
    const { password = '' } = await setUpCompany(database, { name: 'One', email: acme.email })
    expect(password.length).toBeGreaterThanOrEqual(20)
    expect(await accounts.verify(acme.email, password)).not.toBeNull()
    const again = await setUpCompany(database, { name: 'Two', email: acme.email })
    expect([again.isKnown, again.password]).toEqual([true, undefined])
    expect(await accounts.verify(acme.email, password)).not.toBeNull()
  })
})

it('at least three thousand passwords are common', () => {
  expect(dictionary['passwords-common'].length).toBeGreaterThan(3_000)
  expect(dictionary['passwords-common'].every(isCommonPassword)).toBe(true)
  expect(isCommonPassword('correct horse battery')).toBe(false)
})
