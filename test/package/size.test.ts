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
  'RosterProvider and UsersSettings': [use('', 'RosterProvider', 'UsersSettings'), 65],
} as const

describe.each(Object.entries(bundlers))('what %s makes of an import', (_, bundle) => {
  it.each(Object.entries(budgets))('%s', async (_, [code, most]) => {
    const kilobytes = await weigh(await bundle(code))
    expect(kilobytes).toBeGreaterThan(0.5)
    expect(kilobytes).toBeLessThanOrEqual(most)
  })
})

it('a page that esbuild splits loads nothing at first that only its later modules use', async () => {
  const [code] = budgets['RosterProvider and UsersSettings']
  expect(await weigh(await splitByEsbuild(code))).toBeLessThanOrEqual(77)
})
