import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, read } from './files.ts'
import { importsOf } from './imports.ts'
import { violations } from './layers.ts'

const modules = files.filter((path) => /^(src|backend|mocks)\/.*\.tsx?$/.test(path))

describe('the rooms of the house', () => {
  it('import one way, and keep each library in its room', () => {
    expect(modules.length).toBeGreaterThan(20)
    expect(modules.flatMap((path) => violations(path, read(path)))).toEqual([])
  })
})

describe('the demo', () => {
  it('imports the library only by its name', () => {
    const paths = files.filter((path) => /^demo\/.*\.tsx?$/.test(path))
    const reaching = paths.filter((path) =>
      importsOf(path, read(path)).some(({ specifier }) =>
        posix.join(posix.dirname(path), specifier).startsWith('src/'),
      ),
    )
    expect(paths.length).toBeGreaterThan(5)
    expect(reaching).toEqual([])
  })
})

describe('the checker of the rooms', () => {
  it.each([
    ['a lower room that reaches up', 'src/client/a.ts', "import { x } from '../hooks/useUsers.ts'"],
    [
      'the pixel stem that reads data',
      'src/components/a.tsx',
      "import { useUsers } from '../hooks/useUsers.ts'",
    ],
    [
      'a value of the contract in a view',
      'src/components/a.tsx',
      "import { isUnreadable } from '../contract/windows.ts'",
    ],
    [
      'a value beside a type',
      'src/messages/a.ts',
      "import { type User, userSchema } from '../contract/users.ts'",
    ],
    [
      'a primitive that knows a user',
      'src/primitives/a.tsx',
      "import type { User } from '../contract/users.ts'",
    ],
    ['a library outside its room', 'src/hooks/a.ts', "import ky from 'ky'"],
    ['a type of a library outside its room', 'src/hooks/a.ts', "import type { StoreApi } from 'zustand'"],
    ['Node in the portable backend', 'backend/core/a.ts', "import { createHash } from 'node:crypto'"],
    ['the library that imports the backend', 'src/state/a.ts', "import '../../backend/core/ports/store.ts'"],
    ['a re-export', 'src/contract/a.ts', "export { createHttpApi } from '../client/http-api.ts'"],
    ['an import on demand', 'src/client/a.ts', "const page = await import('../page/UsersSettings.tsx')"],
    ['an import type', 'src/client/a.ts', "type Page = typeof import('../page/UsersSettings.tsx')"],
    ['an entry of the package', 'backend/core/a.ts', "import { createHttpApi } from '@aicx/roster/client'"],
    ['a folder that is no room', 'src/utils/a.ts', ''],
  ])('refuses %s', (_, path, text) => {
    expect(violations(path, text)).toHaveLength(1)
  })

  it.each([
    [
      'a type of the contract in a view',
      'src/components/a.tsx',
      "import type { User } from '../contract/users.ts'",
    ],
    ['types in braces', 'src/components/a.tsx', "import { type User } from '../contract/users.ts'"],
    ['a file of the same room', 'src/hooks/a.ts', "import { useRoles } from './useRoles.ts'"],
    ['a path under an allowed package', 'src/state/a.ts', "import { createStore } from 'zustand/vanilla'"],
    ['the contract by its entry', 'backend/core/a.ts', "import { userSchema } from '@aicx/roster/contract'"],
  ])('allows %s', (_, path, text) => {
    expect(violations(path, text)).toEqual([])
  })
})
