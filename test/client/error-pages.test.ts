import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clientErrorCodes } from '../../src/client.ts'
import { errorCodes } from '../../src/contract.ts'

const folder = new URL('../../docs/errors/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const server: [code: string, status: number][] = Object.entries(errorCodes)
const codes = [...server.map(([code]) => code), ...clientErrorCodes]

describe('the pages on errors', () => {
  it('are one for each code, and no more', () => {
    const pages = readdirSync(folder).filter((name) => name !== 'README.md')
    expect(pages.sort()).toEqual(codes.map((code) => `${code}.md`).sort())
  })

  it('are listed in the order of the contract', () => {
    const listed = [...read('README.md').matchAll(/^\| \[`(\w+)`\]\((\w+)\.md\) +\| *(\d*) +\|/gm)]
    expect(listed.map(([, code, page, status]) => [code, page, status])).toEqual([
      ...server.map(([code, status]) => [code, code, String(status)]),
      ...clientErrorCodes.map((code) => [code, code, '']),
    ])
  })

  it.each(codes)('say cause and fix of %s', (code) => {
    const page = read(`${code}.md`)
    expect(page.startsWith(`# \`${code}\`\n`)).toBe(true)
    expect(page).toMatch(/^\*\*Cause\.\*\* \S.{20,}$/m)
    expect(page).toMatch(/^\*\*Fix\.\*\* \S.+$/m)
  })

  it.each(server)('say the status of %s', (code, status) => {
    expect(read(`${code}.md`)).toContain(`\nStatus ${status}, returned by the server.\n`)
  })
})
