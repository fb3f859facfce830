import { describe, expect, it } from 'vitest'
import { readParts } from '../../scripts/styling/contract.ts'
import { files } from './files.ts'

/** The folder that a component belongs to: `src/primitives/menu`. */
const folderOf = (component: string) =>
  files
    .find((path) => path.startsWith('src/') && path.endsWith(`/${component}.tsx`))
    ?.split('/')
    .slice(0, 3)
    .join('/')

/** `ModalLayer` renders these for any component that asks for them. */
const modalParts = new Set(['roster-dialog', 'roster-sheet'])

describe('a class', () => {
  it('is rendered by the components of one folder: others use its components, not its class', () => {
    const shared = [...readParts().values()].flatMap(({ name, drawnBy }) => {
      const folders = new Set([...drawnBy].map(folderOf))
      return folders.size > 1 && !modalParts.has(name) ? [`.${name}: ${[...drawnBy].join(', ')}`] : []
    })
    expect(shared).toEqual([])
  })
})
