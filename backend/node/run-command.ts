import { type DatabaseCommandName, databaseCommands } from './commands/database-commands.ts'
import type { Config } from './config.ts'
import { sendCommand } from './folder/commands.ts'
import { findHolder } from './folder/find-holder.ts'
import { holdFolder } from './folder/hold-folder.ts'
import { openDatabase } from './open-database.ts'

async function runHere(config: Config, name: DatabaseCommandName, input: object): Promise<string[]> {
  const database = await openDatabase(config)
  try {
    return await databaseCommands[name](database, input)
  } finally {
    await database.close()
  }
}

/**
 * Runs a command on the configured database, and returns the lines to print. The embedded database has one process: a
 * backend that uses it runs the command, otherwise this process holds the folder as long as the command takes.
 */
export async function runCommand(
  config: Config,
  name: DatabaseCommandName,
  input: object,
): Promise<string[]> {
  if (config.databaseUrl) return runHere(config, name, input)
  const running = await findHolder(config.dataFolder)
  if (running) return sendCommand(running.socket, name, input)
  const held = await holdFolder(config.dataFolder, { holder: { isPassing: true } })
  if ('socket' in held) return sendCommand(held.socket, name, input)
  try {
    return await runHere(config, name, input)
  } finally {
    await held.release()
  }
}
