import { describe, expect, it } from 'vitest'
import { bundlers, splitByEsbuild, weigh } from './bundle-with.ts'

const use = (entry: string, ...names: string[]) =>
  `import { ${names} } from '@aicx/roster${entry}'\nglobalThis.used = [${names}]\n`

/** What a host imports, and how many kilobytes of it are loaded first: compressed, without React. */
const budgets = {
  useUsers: [use('/headless', 'useUsers'), 14],
  // 16, and one for each of invitations and idle logout.
  createHttpApi: [use('/client', 'createHttpApi'), 18],
  RosterUI: [use('', 'RosterUI'), 12],
  'RosterUI and UsersTable': [use('', 'RosterUI', 'UsersTable'), 50],
  'RosterUI and ConfirmDialog': [use('', 'RosterUI', 'ConfirmDialog'), 24],
  'RosterProvider and UsersSettings': [use('', 'RosterProvider', 'UsersSettings'), 60],
} as const

/** webpack wraps each module of the first load that a later one uses too, and about half of them are. */
const wrapping = 0.055

describe.each(Object.entries(bundlers))('what %s makes of an import', (bundler, bundle) => {
  it.each(Object.entries(budgets))('%s', async (_, [code, most]) => {
    const kilobytes = await weigh(await bundle(code))
    expect(kilobytes).toBeGreaterThan(0.5)
    expect(kilobytes).toBeLessThanOrEqual(bundler === 'webpack' ? most * (1 + wrapping) : most)
  })
})

it('a page that esbuild splits loads nothing at first that only its later modules use', async () => {
  const [code] = budgets['RosterProvider and UsersSettings']
  expect(await weigh(await splitByEsbuild(code))).toBeLessThanOrEqual(76)
})
