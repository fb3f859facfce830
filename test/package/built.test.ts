import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { entries } from '../../scripts/entries.ts'

const dist = new URL('../../dist/', import.meta.url)
const source = new URL('../../', import.meta.url)
const names = readdirSync(dist, { recursive: true, encoding: 'utf8' })
const read = (name: string) => readFileSync(new URL(name, dist), 'utf8')

describe('the built files', () => {
  it.each(Object.entries(entries()))('of ./%s begin as their source does', (name, path) => {
    const client = readFileSync(new URL(path, source), 'utf8').startsWith("'use client'")
    const starts = ['js', 'cjs'].map((format) => read(`${name}.${format}`).startsWith('"use client";\n'))
    expect(starts).toEqual([client, client])
  })

  it('keep the validator out of their types', () => {
    const types = names.filter((name) => /\.d\.c?ts$/.test(name))
    expect(types).not.toEqual([])
    expect(types.filter((name) => /valibot/i.test(read(name)))).toEqual([])
  })

  it('require no package that has no CommonJS form', () => {
    const required = names
      .filter((name) => name.endsWith('.cjs'))
      .flatMap((name) => [...read(name).matchAll(/require\(["']([^."'][^"']*)["']\)/g)].map(([, id]) => id))
    expect(required).not.toEqual([])
    expect(required.filter((id) => id === 'ky' || id?.startsWith('@tanstack/react-table'))).toEqual([])
  })

  it('are one for each module, and hold a copy of no package but those that a host cannot load or that load later', () => {
    const maps = names.filter((name) => name.endsWith('.map'))
    const held = maps.flatMap((name) => {
      const { sources }: { sources: string[] } = JSON.parse(read(name))
      return sources.flatMap((path) => {
        const [, id] = path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/) ?? []
        return id === undefined ? [] : [`${name.replace(/\.map$/, '')} ${id}`]
      })
    })
    expect([...new Set(held)].sort()).toEqual([
      'later/primitives/data-table/columns/useColumnModel.js @tanstack/store',
      'later/primitives/data-table/columns/useColumnModel.js @tanstack/table-core',
      'vendor/hono.cjs hono',
      'vendor/hono.js hono',
      'vendor/ky.cjs ky',
      'vendor/react-table.cjs @tanstack/react-store',
      'vendor/react-table.cjs @tanstack/react-table',
      'vendor/react-table.cjs @tanstack/store',
      'vendor/react-table.cjs @tanstack/table-core',
      'vendor/react-table.cjs use-sync-external-store',
    ])
  })

  it('have no second copy of a context or a registry', () => {
    const copies = names.filter((name) => name.startsWith('later/') && name.endsWith('.js'))
    expect(copies.length).toBeGreaterThan(100)
    const shared = /^(?:let |(?:var|const) \w+ = .*(?:createContext\(|new (?:Weak)?(?:Map|Set)\(\)))/m
    expect(names.filter((name) => name.endsWith('.js') && shared.test(read(name)))).not.toEqual([])
    expect(copies.filter((name) => shared.test(read(name)))).toEqual([])
  })

  it('import nothing that a host does not install', () => {
    const { dependencies, peerDependencies } = JSON.parse(
      readFileSync(new URL('package.json', source), 'utf8'),
    )
    const installed = Object.keys({ ...dependencies, ...peerDependencies })
    const imported = names
      .filter((name) => /\.c?js$/.test(name))
      .flatMap((name) =>
        [...read(name).matchAll(/(?:from |require\(|import\()"([^."][^"]*)"/g)].map(([, id = '']) => id),
      )
    const packages = new Set(imported.map((id) => id.split('/', id.startsWith('@') ? 2 : 1).join('/')))
    expect(packages.size).toBeGreaterThan(5)
    expect([...packages].filter((id) => !installed.includes(id))).toEqual([])
  })

  it('are packed with every page and picture that the packed pages link to', () => {
    const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: fileURLToPath(source), encoding: 'utf8' }),
    )
    const packed = new Set(files.map(({ path }) => path))
    const pages = [...packed].filter((path) => path.endsWith('.md'))
    const missing = pages.flatMap((page) =>
      [...readFileSync(new URL(page, source), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)]
        .map(([, link = '']) => posix.join(posix.dirname(page), link))
        .filter((path) => !packed.has(path))
        .map((path) => `${page} links to ${path}`),
    )
    expect(pages).toContain('README.md')
    expect(missing).toEqual([])
  })

  it('load nothing that only browsers have from ./msw, which servers render with', () => {
    const loads = new Set(['msw.js'])
    const packages = new Set<string>()
    for (const name of loads)
      for (const [, id = ''] of read(name).matchAll(/(?:from |import )"([^"]+)"/g))
        if (id.startsWith('.')) loads.add(posix.join(posix.dirname(name), id))
        else packages.add(id)
    expect(loads.size).toBeGreaterThan(20)
    expect([...packages]).toContain('msw')
    expect([...packages].filter((id) => id === 'msw/browser')).toEqual([])
  })

  it('have a source map each', () => {
    const code = names.filter((name) => /\.c?js$/.test(name))
    expect(code.filter((name) => !names.includes(`${name}.map`))).toEqual([])
  })
})
