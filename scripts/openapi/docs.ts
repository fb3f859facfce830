import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'

const contract = new URL('../../src/contract/', import.meta.url)

/** The doc sentences of the contract: `User` is the interface's, `User.email` its member's. */
export const docs = new Map(
  readdirSync(contract).flatMap((name) => {
    const text = readFileSync(new URL(name, contract), 'utf8')
    return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true).statements.flatMap(docsOf)
  }),
)

function docsOf(statement: ts.Statement): [string, string][] {
  if (ts.isTypeAliasDeclaration(statement)) return doc(statement.name.text, statement)
  if (!ts.isInterfaceDeclaration(statement)) return []
  const { name, members } = statement
  const ofMembers = members.flatMap((member) =>
    member.name && ts.isIdentifier(member.name) ? doc(`${name.text}.${member.name.text}`, member) : [],
  )
  return [...doc(name.text, statement), ...ofMembers]
}

function doc(name: string, node: ts.Node): [string, string][] {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc)
  const text = ts.getTextOfJSDocComment(comment?.comment)
  return text ? [[name, text.replace(/\{@link (\w+)\}/g, '$1').replace(/\s+/g, ' ')]] : []
}
