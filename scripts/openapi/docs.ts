import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const contract = new URL('../../src/contract/', import.meta.url)
const paths = readdirSync(contract).map((name) => fileURLToPath(new URL(name, contract)))
const toEach = fileURLToPath(new URL('../base/to-each.ts', contract))
const program = ts.createProgram([...paths, toEach], {
  noLib: true,
  noResolve: true,
  allowImportingTsExtensions: true,
})
const checker = program.getTypeChecker()

/** The doc sentences of the contract: `User` is the interface's, `User.email` its member's, inherited ones included. */
export const docs = new Map(
  paths.flatMap((path) => program.getSourceFile(path)?.statements.flatMap(docsOf) ?? []),
)

function docsOf(statement: ts.Statement): [string, string][] {
  if (!ts.isTypeAliasDeclaration(statement) && !ts.isInterfaceDeclaration(statement)) return []
  const own = checker.getSymbolAtLocation(statement.name)
  const members = ts.isInterfaceDeclaration(statement)
    ? checker.getTypeAtLocation(statement).getProperties()
    : []
  const { text } = statement.name
  return [...doc(text, own), ...members.flatMap((member) => doc(`${text}.${member.name}`, member))]
}

function doc(name: string, symbol: ts.Symbol | undefined): [string, string][] {
  const text = ts.displayPartsToString(symbol?.getDocumentationComment(checker))
  return text ? [[name, text.replace(/\{@link (\w+)\}/g, '$1').replace(/\s+/g, ' ')]] : []
}
