import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The weight of the reset in `base.css`, which any class wins over. */
const reset = /^:not\( ?a a a a a a a a ?\)$/

const sheets = globSync('src/**/*.css').filter((path) => !path.endsWith('index.layer.css'))

/** The selectors of a sheet, without what is in `:where()`, which has no weight. */
function weights(path: string): string[] {
  const css = readFileSync(path, 'utf8').replace(/\/\*.*?\*\//gs, '')
  const selectors = [...css.matchAll(/([^{};]+)\{/g)].map(([, selector = '']) => selector.trim())
  return selectors
    .filter((selector) => !selector.startsWith('@'))
    .flatMap((selector) => {
      const weighing = selector.replace(/:where\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '')
      return weighing.split(',').map((one) => one.replace(/\s+/g, ' ').trim())
    })
}

describe('the sheets', () => {
  it('have rules of one class at most, so that one class of a host wins', () => {
    const heavy = sheets
      .flatMap(weights)
      .filter((one) => (one.match(/\.|\[|#|(?<!:):(?!:)/g) ?? []).length > 1)
    expect(sheets.length).toBeGreaterThan(20)
    expect(heavy).toEqual([])
  })

  it('have rules of one class for elements without one, so that a host’s rule for the element loses', () => {
    const light = sheets
      .flatMap(weights)
      .filter((one) => /^[\s>+~]*([a-z]|:is\(|:not\()/.test(one) && !/[.[]/.test(one) && !reset.test(one))
    expect(light.filter((one) => !/^(from|to|\d)/.test(one))).toEqual([])
  })

  it('have no rule without weight, which the reset would undo', () => {
    const weightless = sheets.flatMap(weights).filter((one) => one === '')
    // Both in base.css, for elements without a class.
    expect(weightless).toHaveLength(2)
  })
})
