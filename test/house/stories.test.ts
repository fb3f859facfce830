import { describe, expect, it } from 'vitest'
import { files, read } from './files.ts'

const stories = files.filter((path) => path.endsWith('.stories.tsx')).map(read)
const exported = new Set(read('test/house/public-api/index.txt').match(/\w+/g))
const components = files.flatMap((path) => path.match(/^src\/.+\/(\w+)\.tsx$/)?.slice(1) ?? [])

describe('the stories', () => {
  it.each(components.filter((name) => exported.has(name)))('show %s', (name) => {
    const drawn = new RegExp(`<${name}\\b|component: ${name}\\b`)
    expect(stories.some((story) => drawn.test(story))).toBe(true)
  })

  it('wait for what fades in, since Storybook shows them with motion', () => {
    expect(stories.filter((story) => /(?<!\.not)\.toBeVisible\(/.test(story))).toEqual([])
  })
})
