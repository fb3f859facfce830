import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './ensure-chromium.ts'

// Each backend that a test starts loads in half the time, as does every other command.
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))

step('Format and lint', 'biome', 'check', '.')
step('Types', 'tsc', '--noEmit')
step('Nothing unused', 'knip')
step('Library', 'npm', 'run', '--silent', 'build')
step('Demo', 'npm', 'run', '--silent', 'build', '--workspace', 'demo')

heading('Browser')
try {
  console.log(ensureChromium())
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}

// A test that fails is run once more: on a busy machine one of thousands may. Those that pass then are listed at the end.
// Vitest closes with its own words, so nothing is said after it.
heading('Tests')
process.exitCode = run('vitest', 'run', '--project', '!deep', '--retry', '1').status ?? 1

function step(name: string, command: string, ...args: string[]) {
  heading(name)
  const { status, error } = run(command, ...args)
  if (status !== 0)
    stop(`${name} failed: ${[command, ...args].join(' ')} ${error?.message ?? `exited ${status}`}.`)
}

function run(command: string, ...args: string[]) {
  return spawnSync(command, args, { stdio: 'inherit' })
}

function heading(name: string) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`)
}

function stop(sentence: string): never {
  console.error(`\n${sentence}`)
  process.exit(1)
}
