import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { userIdsParametersShape, usersParametersShape } from '../../src/contract/requests.ts'
import { readParameters } from '../../src/contract/search-parameters.ts'
import { toUsersParameters, type UsersSort, userSortKeys } from '../../src/contract/users-query.ts'

const read = (text: string, shape: v.GenericSchema = usersParametersShape) =>
  v.safeParse(shape, readParameters(new URLSearchParams(text)))

const id = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,40}$/)
const sorts = userSortKeys.flatMap((key): UsersSort[] => [key, `-${key}`])
const query = fc.record(
  {
    search: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 50 })
      .filter((text) => text.trim() === text),
    sort: fc.constantFrom(...sorts),
    roleIds: fc.array(id, { minLength: 1, maxLength: 5 }),
    teamIds: fc.array(id, { minLength: 1, maxLength: 5 }),
    offset: fc.nat(1_000_000_000),
    limit: fc.integer({ min: 1, max: 200 }),
    around: id,
    cursor: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 50 }),
  },
  { requiredKeys: [] },
)

describe('a query of users', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(query, (sent) => {
        const result = read(toUsersParameters(sent).toString())
        const { roleIds, teamIds, ...same } = sent
        const lists = { ...(roleIds && { role: roleIds }), ...(teamIds && { team: teamIds }) }
        expect(result.output).toEqual({ ...same, ...lists })
        expect(result.success).toBe(true)
      }),
      { seed: 7, numRuns: 300 },
    )
  })

  it('leaves out what is empty', () => {
    expect(toUsersParameters({ search: ' \t ', roleIds: [], offset: undefined }).toString()).toBe('')
    expect(toUsersParameters({ search: ' ana  lu ', offset: 0 }).toString()).toBe('search=ana++lu&offset=0')
  })

  it.each([
    ['colour=red', 'colour'],
    ['sort=shoeSize', 'sort'],
    ['sort=--name', 'sort'],
    ['sort=name&sort=joined', 'sort'],
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=ten', 'limit'],
    ['limit=1e2', 'limit'],
    ['offset=-1', 'offset'],
    ['offset=1.5', 'offset'],
    ['offset=1000000001', 'offset'],
    ['role=a%2Fb', 'role.0'],
    ['role=a&role=', 'role.1'],
    ['team=..', 'team.0'],
    ['around=a%20b', 'around'],
    ['cursor=', 'cursor'],
    ['fields=id', 'fields'],
    [`search=${'x'.repeat(201)}`, 'search'],
    [`${'role=a&'.repeat(101)}`, 'role'],
  ])('is refused by name: %s', (text, path) => {
    const [issue] = read(text).issues ?? []
    expect(issue && v.getDotPath(issue)).toBe(path)
  })

  it('requests up to 5,000 ids', () => {
    expect(read('fields=id&limit=5000', userIdsParametersShape).success).toBe(true)
    expect(read('fields=id&limit=5001', userIdsParametersShape).success).toBe(false)
    expect(read('fields=name', userIdsParametersShape).success).toBe(false)
  })
})
