import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

const policy = [
  "default-src 'self'",
  "img-src 'self' data: https:",
  "style-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

function headersOf(path: string): Record<string, string> {
  const type = types[extname(path)] ?? 'application/octet-stream'
  if (path.startsWith('/assets/'))
    return { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }
  const page = { 'Content-Type': type, 'Cache-Control': 'no-cache' }
  if (extname(path) !== '.html') return page
  return { ...page, 'Content-Security-Policy': policy, 'Referrer-Policy': 'same-origin' }
}

function filesOf(folder: string) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.map((name) => join(folder, name)).filter((path) => statSync(path).isFile())
  return new Map(paths.map((path) => [`/${relative(folder, path).split(sep).join('/')}`, readFileSync(path)]))
}

/** Serves a built single-page application from memory: its files, and its one page for every other path. */
export function servePages(folder: string) {
  const files = filesOf(folder)
  return (request: Request): Response => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405 })
    const { pathname } = new URL(request.url)
    const isFile = files.has(pathname)
    if (!isFile && pathname.startsWith('/assets/')) return new Response('Not found', { status: 404 })
    const path = isFile ? pathname : '/index.html'
    const body = request.method === 'HEAD' ? null : files.get(path)
    const headers = { 'X-Content-Type-Options': 'nosniff', ...headersOf(path) }
    return new Response(body ? new Uint8Array(body) : null, { headers })
  }
}
