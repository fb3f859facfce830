import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { files, read } from './files.ts'

/** Words that a reader has to translate, with what to write instead. */
const avoided: [RegExp, string][] = [
  [/\bmeanwhile\b/i, 'in the meantime, or nothing'],
  [/\bsomebody\b/i, 'someone'],
  [/\bwhoever\b/i, 'the caller, anyone'],
  [/\bhers\b|\bof (?:the host|one)[’']s own\b|\bof its own\b/i, 'its own …, your own …'],
  [/\bperhaps\b/i, 'may, might'],
  [/\b(is|are|was|were) told\b|\bhears?\b/i, 'is called when, receives'],
  [/\b(is|are) (not )?asked (for|again|once|before)\b/i, 'is requested, is called'],
  [/\bin a sentence\b/i, 'explains, reports'],
  [/(?<!\bthere )\b(is|are) none\b|\bwhat is none\b/i, 'is missing, is invalid'],
  [/(?<!\bthere )\b(is|are) no (?!longer\b|more\b)[a-z]+\b/i, 'isn’t a …'],
  [/\banswers (with|the|a|an|in|by|for|it|all|any|each|one)\b/i, 'returns'],
  [/\bstands? (in|for|where|beside|under|over)\b/i, 'is in, is listed'],
  [/\bleads nowhere\b/i, 'isn’t valid'],
  [/\bgives (another|a) role\b/i, 'changes the role'],
  [/\bas it has become\b/i, 'the latest'],
  [/\bfor good\b/i, 'permanently'],
  [/\bgo(es)? to (its|their|the) element\b/i, 'other props are passed to the root element'],
  [/\banew\b/i, 'again'],
  [/\b(writes?|wrote|written) (\w+ ){0,3}down\b/i, 'stores'],
  [/\bbec[ao]mes? of\b|\bhas become of\b/i, 'the result of'],
  [/\bas (they|it) comes? back\b/i, 'the columns of, the response'],
  [/\btakes? note\b/i, 'notes, receives'],
  [/\bunder way\b/i, 'running, in progress'],
  [/\bbut for\b/i, 'except'],
  [/\bby (itself|themselves)\b/i, 'automatically, on its own'],
  [/\bwalks? (both|along)\b/i, 'reads, scans'],
]

interface Sentence {
  place: string
  text: string
}

/** The prose of a page: neither its code nor its links. */
const prose = (page: string): Sentence[] =>
  read(page)
    .replace(/^```.*?^```/gms, (code) => code.replace(/[^\n]/g, ''))
    .split('\n')
    .map((line, index) => ({ place: `${page}:${index + 1}`, text: line.replace(/`[^`]*`/g, '') }))

/** The comments of a module. */
function commentsOf(path: string): Sentence[] {
  const text = read(path)
  const lineAt = (index: number) => text.slice(0, index).split('\n').length
  const found = (comments: RegExp, margin: RegExp) =>
    [...text.matchAll(comments)].map(({ index, 0: comment }) => ({
      place: `${path}:${lineAt(index)}`,
      text: comment.replace(margin, ' ').replace(/`[^`]*`/g, ''),
    }))
  return [
    ...found(/^ *\/\*\*.*?\*\//gms, /\s*\n\s*\*\s?/g),
    ...found(/(?<=^\s*)\/\/ .*(?:\n\s*\/\/ .*)*/gm, /\s*\n?\s*\/\/ /g),
  ]
}

/** The comments of a module, and its text literals of more than a word. */
function sentences(path: string): Sentence[] {
  const text = read(path)
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found = commentsOf(path)
  const add = (position: number, sentence: string) => {
    const { line } = source.getLineAndCharacterOfPosition(position)
    found.push({ place: `${path}:${line + 1}`, text: sentence.replace(/`[^`]*`/g, '') })
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && / /.test(node.text))
      add(node.getStart(), node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The names of the tests and suites in a file, also after `.each`. */
function testNames(path: string): Sentence[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const found: Sentence[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(it|test|describe)\b/.test(node.expression.getText())) {
      const [name] = node.arguments
      const { line } = source.getLineAndCharacterOfPosition(node.getStart())
      if (name && ts.isStringLiteralLike(name))
        found.push({ place: `${path}:${line + 1}`, text: name.text.replace(/`[^`]*`/g, '') })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The texts of a JSON document. */
function textsOf(place: string, value: unknown): Sentence[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => textsOf(`${place}/${key}`, member))
}

const mistakesIn = (all: readonly Sentence[]) =>
  all.flatMap(({ place, text }) =>
    avoided.flatMap(([word, instead]) => {
      const [match] = word.exec(text) ?? []
      return match === undefined ? [] : [`${place}: “${match}”, rather: ${instead}`]
    }),
  )

const pages = files.filter((path) => path.endsWith('.md'))
const modulesOf = (room: RegExp) =>
  files.filter((path) => room.test(path) && /\.tsx?$/.test(path) && !path.includes('.generated.'))

/** Code that isn't published. The lists of faults and this file quote what they avoid. */
const others = /^(test|bench|demo)\/(?!mutants\/|house\/words)/

describe('what people read', () => {
  it.each<[string, () => Sentence[]]>([
    ['pages', () => pages.flatMap(prose)],
    ['comments and messages of the library', () => modulesOf(/^src\//).flatMap(sentences)],
    ['comments, errors and log lines of the backend', () => modulesOf(/^backend\//).flatMap(sentences)],
    [
      'scripts, stories and mocks',
      () => modulesOf(/^(scripts|stories|mocks|\.storybook)\//).flatMap(sentences),
    ],
    ['names of tests', () => modulesOf(/^(test|bench)\//).flatMap(testNames)],
    ['comments of tests, bench and demo', () => modulesOf(others).flatMap(commentsOf)],
    ['openapi.json', () => textsOf('openapi.json', JSON.parse(read('openapi.json')))],
  ])('keeps to plain words in %s', (_, texts) => {
    const all = texts()
    expect(all.length).toBeGreaterThan(100)
    expect(mistakesIn(all)).toEqual([])
  })

  it('would find a sentence of ours from before', () => {
    const before = [
      'This address leads nowhere',
      'Somebody deleted this user meanwhile',
      '"x" is no id.',
      'Writes down what became of an email',
    ]
    expect(mistakesIn(before.map((text) => ({ place: 'here', text })))).toHaveLength(6)
  })
})
