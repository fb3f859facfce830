#!/usr/bin/env node
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const condition = '--conditions=roster-source'

/** The path of a Node that runs TypeScript: this one, otherwise the one that npm installed. */
function node() {
  if (process.features.typescript) return process.execPath
  try {
    return createRequire(import.meta.url).resolve('node/bin/node')
  } catch {
    console.error('roster-backend needs Node 24. Run npm install, which puts one into node_modules.')
    return process.exit(1)
  }
}

if (process.features.typescript && process.execArgv.includes(condition)) {
  const { main } = await import('../node/main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const parameters = [condition, fileURLToPath(import.meta.url), ...process.argv.slice(2)]
  const child = spawn(node(), parameters, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  // The channel closes however this process ends, also by SIGKILL: the child then stops too.
  // A terminal sends its signals to both processes, a supervisor only to this one.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
    })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
}
