import { describe, expect, it } from 'vitest'
import { productPermissions } from '../../backend/core/rules/product-permissions.ts'
import { roles, teams } from '../../mocks/people/catalogue.ts'
import { emailLocal } from '../../mocks/people/email-local.ts'
import { namePools } from '../../mocks/people/names.ts'
import { person } from '../../mocks/people/person.ts'
import { allStories, type ComposedStory } from './all-stories.tsx'
import { pressesThatAct } from './press-composed.ts'
import { textsOf, wordsOf } from './texts.ts'

const sources = import.meta.glob<string>('../../stories/**/*.{ts,tsx}', {
  eager: true,
  query: '?raw',
  import: 'default',
})

const seeds = import.meta.glob<string>('../../mocks/people/seed-invitations.ts', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** What comes from a backend or from Intl, and is nobody's translation. */
const data = [
  JSON.stringify([namePools, roles, teams, productPermissions]),
  ...namePools.flatMap(({ given, family }) => [...given, ...family].map(emailLocal)),
  ...Array.from({ length: 1_300 }, (_, index) => Object.values(person(index)).join(' ')),
  ...Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(new Date(2026, month)),
  ),
  ...Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat('en', { month: 'short' }).format(new Date(2026, month)),
  ),
  'AM PM UTC Acme Support acme.example req_7fk2m9qd req_half_2',
  // What a person has typed in a story, and a button of the story's own.
  'ada Change it elsewhere',
  // The page under a guard, and the name of that component.
  'The page of the host. A button of the host. IdleLogoutGuard',
  // The shape of a link.
  'https://…/join#…',
  'wolfeschlegelstein'.repeat(11),
  ...Object.values(seeds),
  sources['../../stories/components/people.ts'],
  sources['../../stories/components/hostile-users.ts'],
]
const known = new Set(data.flatMap((text = '') => wordsOf(text)))

const withFunctions = (_key: string, value: unknown) => (typeof value === 'function' ? String(value) : value)

/** What a story gives, a host's own functions included; a primitive says it all. */
const given = ({ title, file, args }: ComposedStory) => {
  const isPrimitive = title.startsWith('Primitives/')
  const story = isPrimitive ? [sources[file], sources['../../stories/primitives/data-table-files.tsx']] : []
  return new Set([JSON.stringify(args, withFunctions), ...story].flatMap((text = '') => wordsOf(text)))
}

/** Whether a word has letters, none of them accented. */
const isPlain = (word: string) => /^[a-z0-9_’']*$/.test(word) && /[a-z]{2}/.test(word)

const escaped = (root: ParentNode, own: ReadonlySet<string>) =>
  textsOf(root)
    .flatMap(wordsOf)
    .filter((word) => isPlain(word) && !known.has(word) && !own.has(word))

describe('under the pseudo-locale', () => {
  // Docs are English, names of icons are code, and a story or an email with its own locale is in that language.
  const stories = allStories({ locale: 'en-XA' }).filter(
    ({ title, globals }) =>
      globals.locale === 'en-XA' && !/^Docs\/|^Email\/|^Primitives\/Icon\/All/.test(title),
  )

  it('a text that isn’t a message would be found', () => {
    expect(stories.length).toBeGreaterThan(150)
    const root = document.createElement('div')
    root.innerHTML = '<p><button title="Rearrange">[Ŝâv̂ê ~] Ada</button></p>'
    expect(escaped(root, new Set(['ada']))).toEqual(['rearrange'])
  })

  // Both in one test, since each drawing takes longer than what is asked of it.
  it.each(stories)('no text of ours escapes on $title, and no key of an input method acts', async (story) => {
    expect(escaped(await story.draw(), given(story))).toEqual([])
    expect(await pressesThatAct(document.body)).toEqual([])
  })
})
