import { afterEach, expect } from 'vitest'

/** What React logs about elements that it renders all the same, such as a prop that leaked into the DOM. */
const mistakes =
  /does not recognize|non-boolean attribute|unique "key"|cannot (be a descendant|contain)|Cannot update a component|Invalid (DOM property|event handler)/

const logged: string[] = []
const { error } = console
console.error = (...parts: unknown[]) => {
  const [text] = parts
  if (typeof text === 'string' && mistakes.test(text)) logged.push(text)
  error(...parts)
}

afterEach(() => {
  expect(logged.splice(0)).toEqual([])
})
