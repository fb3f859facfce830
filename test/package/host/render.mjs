import { createRequire } from 'node:module'
import * as roster from '@aicx/roster'
import * as react from 'react'
import * as server from 'react-dom/server'
import { renderEvery } from './every-component.cjs'

const modules = renderEvery(roster, react, server)
const required = renderEvery(createRequire(import.meta.url)('@aicx/roster'), react, server)
const names = Object.keys(modules)
const differ = names.filter((name) => modules[name] !== required[name])
console.log(JSON.stringify({ names, differ, table: modules.UsersTable }))
