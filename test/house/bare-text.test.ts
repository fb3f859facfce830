import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { bareTexts } from './bare-text.ts'
import { files, read } from './files.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root)

/** A program of the given modules and of the files that they import. */
function programOf(modules: ReadonlyMap<string, string>): ts.Program {
  const host = ts.createCompilerHost(options)
  const { fileExists, getSourceFile } = host
  host.fileExists = (path) => modules.has(path) || fileExists(path)
  host.getSourceFile = (path, target, ...rest) => {
    const text = modules.get(path)
    return text === undefined ? getSourceFile(path, target, ...rest) : ts.createSourceFile(path, text, target)
  }
  return ts.createProgram([...modules.keys()], options, host)
}

describe('the components', () => {
  it('give each text its own element, so that a page whose text nodes are replaced can be updated', () => {
    const modules = new Map(
      files
        .filter((path) => /^src\/.+\.tsx$/.test(path))
        .map((path) => [`${root}${path}`, read(path)] as const),
    )
    expect(modules.size).toBeGreaterThan(60)
    expect(bareTexts(programOf(modules), [...modules.keys()])).toEqual([])
  })
})

const cases: [string, string, string[]][] = [
  ['text beside a conditional element', '<p>{label}{open && <b />}</p>', ['{label}']],
  ['literal text', '<p>Hello <b>{label}</b></p>', ['Hello']],
  ['two texts', '<p>{label}{count}</p>', ['{label}', '{count}']],
  ['children, which may be text', '<p>{open && <b />}{children}</p>', ['{children}']],
  ['a text in a fragment', '<>{label}<b /></>', ['{label}']],
  ['a space between elements', "<p><b />{' '}<i /></p>", ["{' '}"]],
  ['children beside what is always there', '<p><b />{children}</p>', []],
  ['a text alone', '<p>{label}</p>', []],
  ['a text in an element of its own', '<p><span>{label}</span>{open && <b />}</p>', []],
  ['a condition that renders nothing else', '<p>{label && <b />}{children && <i />}</p>', []],
]

const probe = (body: string) => `import type { ReactNode } from 'react'
interface Props { label: string; count: number; children: ReactNode; open: boolean }
export const Probe = ({ label, count, children, open }: Props) =>
  ${body}`

describe('the checker of texts', () => {
  const modules = new Map(
    cases.map(([, body], index) => [`${root}src/primitives/probe-${index}.tsx`, probe(body)]),
  )
  const program = programOf(modules)

  it.each(cases.map((one, index) => [...one, index] as const))('judges %s', (_, _body, expected, index) => {
    const found = bareTexts(program, [`${root}src/primitives/probe-${index}.tsx`])
    expect(found.map((text) => text.replace(/^\S+ /, ''))).toEqual(expected)
  })
})
