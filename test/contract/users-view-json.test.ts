import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parseUsersViewJSON } from '../../src/contract/users-view-json.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const invalid: { json: unknown }[] = [
  { json: undefined },
  { json: null },
  { json: 7 },
  { json: 'text' },
  { json: [] },
  { json: { search: 7, sort: 'salary', roleIds: 'a', teamIds: [null, ''], openUserId: 1 } },
  { json: { search: '  ', sort: 'name', openUserId: '' } },
  { json: { hiddenColumns: 'role', columnOrder: {}, density: 'wide' } },
  { json: { query: { search: 'ada' }, toString: 1 } },
]

describe('parseUsersViewJSON', () => {
  it('keeps every valid part', () => {
    const view = {
      search: 'ada',
      sort: '-joined',
      roleIds: ['a', 'b'],
      teamIds: ['t'],
      openUserId: 'u7',
      hiddenColumns: ['role'],
      columnOrder: ['joined', 'role'],
      density: 'compact',
    }
    expect(parseUsersViewJSON(view)).toEqual(view)
  })

  it.each(invalid)('leaves invalid parts out of $json', ({ json }) => {
    expect(parseUsersViewJSON(json)).toEqual({})
  })

  it('reads an empty list of hidden columns as: none is hidden', () => {
    expect(parseUsersViewJSON({ hiddenColumns: [null] })).toEqual({ hiddenColumns: [] })
  })

  it('can be called from a React server component', () => {
    const call = `import { parseUsersViewJSON } from '@aicx/roster/contract'
      process.stdout.write(JSON.stringify(parseUsersViewJSON({ search: ' ada ' })))`
    const node = [
      '--conditions=react-server',
      '--conditions=roster-source',
      '--input-type=module',
      '-e',
      call,
    ]
    expect(execFileSync(process.execPath, node, { cwd: root, encoding: 'utf8' })).toBe('{"search":"ada"}')
  })
})
