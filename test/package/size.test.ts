import { describe, expect, it } from 'vitest'
import { bundlers, splitByEsbuild, weigh } from './bundle-with.ts'

const use = (entry: string, ...names: string[]) =>
  `import { ${names} } from '@aicx/roster${entry}'\nglobalThis.used = [${names}]\n`

const wholePage = use('', 'RosterProvider', 'UsersSettings')

/** What a host imports, and how many kilobytes of it are loaded first: compressed, without React. */
const budgets: Record<string, [code: string, most: number, withWebpack?: number]> = {
  useUsers: [use('/headless', 'useUsers'), 14],
  // 16, and one for each of invitations and idle logout.
  createHttpApi: [use('/client', 'createHttpApi'), 18],
  RosterUI: [use('', 'RosterUI'), 12],
  'RosterUI and UsersTable': [use('', 'RosterUI', 'UsersTable'), 50],
  'RosterUI and ConfirmDialog': [use('', 'RosterUI', 'ConfirmDialog'), 24],
  // webpack wraps each module that a later one uses too, which are about half of the first load.
  'RosterProvider and UsersSettings': [wholePage, 60, 63.2],
}

describe.each(Object.entries(bundlers))('what %s makes of an import', (bundler, bundle) => {
  it.each(Object.entries(budgets))('%s', async (_, [code, most, withWebpack = most]) => {
    const kilobytes = await weigh(await bundle(code))
    expect(kilobytes).toBeGreaterThan(0.5)
    expect(kilobytes).toBeLessThanOrEqual(bundler === 'webpack' ? withWebpack : most)
  })
})

it('a page that esbuild splits loads nothing at first that only its later modules use', async () => {
  expect(await weigh(await splitByEsbuild(wholePage))).toBeLessThanOrEqual(76)
})
