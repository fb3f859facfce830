/** A small change to the code that at least one of the named tests must fail for. */
export interface Fault {
  /** Path from the repository's root. */
  file: string
  /** Text that occurs exactly once in the file. */
  from: string
  to: string
  /** What is wrong with the changed code. */
  why: string
  /** Test files to run: `*.test.ts` runs in Node, `*.browser.test.tsx` in Chromium. */
  tests: string[]
}

/** The faults of one part of the code, and how many of them the tests must notice. */
export interface FaultyRoom {
  name: string
  /** Percentage of the faults that must be caught. */
  floor: number
  faults: Fault[]
}
