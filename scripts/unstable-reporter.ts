import type { Reporter, TestCase } from 'vitest/node'

/** Lists the tests that passed only when they were run again, with what failed the first time. */
export class UnstableReporter implements Reporter {
  readonly #unstable: string[] = []

  onTestCaseResult(test: TestCase) {
    if (!test.diagnostic()?.flaky) return
    const [first] = test.result().errors ?? []
    this.#unstable.push(`${test.module.relativeModuleId} > ${test.fullName}\n  ${first?.message ?? ''}`)
  }

  onTestRunEnd() {
    if (this.#unstable.length === 0) return
    console.warn(`\nThese tests failed at first and passed when they were run again:\n`)
    console.warn(`${this.#unstable.join('\n')}\n`)
  }
}
