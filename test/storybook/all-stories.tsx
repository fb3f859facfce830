import { composeStory, type Meta, type StoryObj, setProjectAnnotations } from '@storybook/react-vite'
import { render } from 'vitest-browser-react'
import preview from '../../.storybook/preview.tsx'

// Also adds what a play is given: `canvas` and `userEvent`.
setProjectAnnotations(preview)

type StoryFile = { default: Meta } & Record<string, StoryObj>

const files = import.meta.glob<StoryFile>('../../stories/**/*.stories.tsx', { eager: true })

// What a part loads later is here already, so that no drawing waits for a file.
import.meta.glob('../../src/{base,components,hooks,page,primitives,state}/**/*.{ts,tsx}', { eager: true })

const drawn = new Set<string>()

/**
 * How long nothing changes once a story is drawn, in ms. A page asks its backend, and React shows a later part a moment
 * after its first use. Any other part has its data and changes at once.
 */
function restOf(file: string, title = ''): number {
  const isFirst = !drawn.has(file)
  drawn.add(file)
  return isFirst || title.startsWith('Page/') ? 150 : 50
}

/** A story that can be drawn, and where it is from. */
export interface ComposedStory {
  /** As the sidebar has it. */
  title: string
  /** The path of its file. */
  file: string
  args: object
  globals: Record<string, unknown>
  /** Whether the docs show it in a separate frame. */
  isFramed: boolean
  /** Draws it as it is before anybody touches it, once its data are there. */
  draw(): Promise<HTMLElement>
  /** Draws it and plays what its story does. Undefined for a story without a play. */
  play: (() => Promise<void>) | undefined
}

/** Every story, drawn with these globals unless it brings its own. */
export const allStories = (globals: Record<string, string>): ComposedStory[] =>
  Object.entries(files).flatMap(([file, exported]) => {
    const { default: meta, ...stories } = exported
    const initialGlobals = { ...preview.initialGlobals, ...globals }
    return Object.entries(stories).map(([name, story]) => {
      const Story = composeStory(story, meta, { initialGlobals }, name)
      return {
        title: `${meta.title}/${name}`,
        file,
        args: Story.args,
        globals: { ...initialGlobals, ...Story.globals },
        isFramed: Story.parameters?.docs?.story?.inline === false,
        async draw() {
          await Story.load()
          const { container } = await render(<Story />)
          await atRest(container, restOf(file, meta.title))
          return container
        },
        play: Story.play && (() => Story.run()),
      }
    })
  })

/** Resolves when nothing has changed for this many milliseconds. */
function atRest(container: HTMLElement, rest: number): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      observer.disconnect()
      resolve()
    }
    let timer = setTimeout(finish, rest)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(finish, rest)
    })
    observer.observe(container, { subtree: true, childList: true, characterData: true })
  })
}
