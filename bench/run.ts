const benches = ['table', 'backend', 'idle'] as const

/** Runs the benchmark that the first argument names; the others are its options. */
const [name, ...options] = process.argv.slice(2)
const bench = benches.find((known) => known === name)
if (!bench) {
  console.error(`Name a benchmark: ${benches.join(', ')}. Got ${name ? `"${name}"` : 'nothing'}.`)
  process.exit(1)
}
const { run } = await import(`./${bench}/run.ts`)
await run(options)

export {}
