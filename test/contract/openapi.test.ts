import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, it } from 'vitest'
import { openApiDocument } from '../../scripts/openapi/document.ts'
import { routes } from '../../src/contract/routes.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))
const committed = read('openapi.json')

describe('openapi.json', () => {
  it('says what the contract says (else run `npm run openapi`)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(openApiDocument(read('package.json').version))))
  })

  it('is a well-formed OpenAPI 3.1 document', async () => {
    expect(await new Validator().validate(structuredClone(committed))).toEqual({ valid: true })
  })

  it('lists each code of a response once', () => {
    const lists = JSON.stringify(committed).match(/(?<="code":{"examples":)\[[^\]]+\]/g) ?? []
    expect(lists.length).toBeGreaterThan(20)
    for (const list of lists.map((text) => JSON.parse(text))) expect(list).toEqual([...new Set(list)])
  })

  it('refers only to what it holds', () => {
    const references = JSON.stringify(committed).match(/(?<="\$ref":"#\/)[^"]+/g) ?? []
    const dangling = references.filter(
      (path) => !path.split('/').reduce((node, key) => node?.[key], committed),
    )
    expect(references.length).toBeGreaterThan(20)
    expect(dangling).toEqual([])
  })

  it('has every operation once, under its own name', () => {
    const operations = Object.values<Record<string, { operationId: string }>>(committed.paths)
      .flatMap(Object.values)
      .map(({ operationId }) => operationId)
    expect(operations.sort()).toEqual(Object.keys(routes).sort())
  })
})
