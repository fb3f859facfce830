import { existsSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { AbortedError } from '../../src/client/aborted-error.ts'
import { AnswerError } from '../../src/client/answer-error.ts'
import { ExplainedError } from '../../src/client/explained-error.ts'
import { NetworkError } from '../../src/client/network-error.ts'
import { TimeoutError } from '../../src/client/timeout-error.ts'
import { toApiError } from '../../src/client/to-api-error.ts'
import { files, read } from './files.ts'

/** Errors whose message has the page, since they extend `ExplainedError`. */
const explained = ['ExplainedError', 'AnswerError', 'NetworkError', 'AbortedError', 'TimeoutError']

/** Errors that contain someone else's message: the server's, or the host's. */
const foreign: Record<string, string> = {
  'src/client/to-api-error.ts': 'ProblemError',
  'src/client/unknown-error.ts': 'ApiError',
  'src/client/port-checks.ts': 'ApiError',
  'src/state/core/cancelled-error.ts': 'ApiError',
}

/** Errors that are the cause of an `AnswerError`, whose message repeats theirs. */
const causes = ['bounded-body', 'http', 'http-export', 'read-event-stream', 'reader'].map(
  (name) => `src/client/${name}.ts`,
)

/** Parts that no entry exports, so that no host can use them in the wrong place. */
const internal = ['src/primitives/tabs/TabsContext.ts', 'src/primitives/menu/MenuContext.ts']

interface Made {
  path: string
  name: string
  text: string
}

/** Each error that a module creates. */
function errorsOf(path: string): Made[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true)
  const made: Made[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText()))
      made.push({ path, name: node.expression.getText(), text: node.getText() })
    ts.forEachChild(node, visit)
  }
  visit(source)
  return made
}

const modules = files.filter((path) => /^src\/.+\.tsx?$/.test(path))
const made = modules.flatMap(errorsOf)
const pageIn = (message: string) => /\(see (docs\/[\w/-]+\.md)\)\.$/.exec(message)?.[1] ?? ''

describe('an error that a developer meets', () => {
  it('names a page with its cause and fix, wherever it is created', () => {
    expect(made.length).toBeGreaterThan(30)
    const without = made.filter(
      ({ path, name, text }) =>
        !explained.includes(name) &&
        name !== 'PartLoadError' &&
        foreign[path] !== name &&
        !internal.includes(path) &&
        !(causes.includes(path) && /^(Type)?Error$/.test(name)) &&
        !/\(see docs\/[\w/-]+\.md\)/.test(text),
    )
    expect(without).toEqual([])
  })

  it('names a page that exists', () => {
    const named = modules.flatMap((path) =>
      [...read(path).matchAll(/\(see (docs\/[\w/-]+\.md)\)/g)].map(([, page = '']) => page),
    )
    expect(named).toContain('docs/missing-provider.md')
    expect(named.filter((page) => !existsSync(page))).toEqual([])
    for (const page of named) {
      expect(read(page)).toMatch(/^\*\*Cause\.\*\* \S/m)
      expect(read(page)).toMatch(/^\*\*Fix\.\*\* \S/m)
    }
  })

  it.each([
    new ExplainedError('unsupported', 'The port has no users.ids().'),
    new AnswerError('An id is missing.'),
    new NetworkError(),
    new AbortedError(),
    new TimeoutError(),
    toApiError({}),
  ])('has its page at the end of its message: $code', ({ code, message }) => {
    expect(pageIn(message)).toBe(`docs/errors/${code}.md`)
    expect(existsSync(pageIn(message))).toBe(true)
  })

  it('keeps the message that a host has written', () => {
    expect(toApiError(new Error('no keychain')).message).toBe('no keychain')
  })
})
