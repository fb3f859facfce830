import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'

/** The configuration in `docs/hosting.md`. */
export const documented = (): string => {
  const page = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8')
  const [, block] = /^```nginx\n(.*?)^```/ms.exec(page) ?? []
  if (!block) throw new Error('docs/hosting.md must have an nginx block.')
  return block
}

/** Debian's nginx. The test installs it where it may, and otherwise says what is missing. */
function nginx(): string {
  const path = `${process.env.PATH}:/usr/sbin`
  const find = () => {
    try {
      return execFileSync('sh', ['-c', 'command -v nginx'], { env: { PATH: path }, encoding: 'utf8' }).trim()
    } catch {
      return undefined
    }
  }
  const found = find()
  if (found) return found
  if (process.getuid?.() === 0)
    execFileSync('apt-get', ['install', '-y', '-qq', 'nginx-light'], { stdio: 'ignore' })
  const installed = find()
  if (!installed) throw new Error('This test needs nginx. Run apt-get install nginx-light as root.')
  return installed
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  return typeof address === 'object' && address ? address.port : 0
}

/** A certificate for this test alone. */
function certificate(folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const subject = ['-subj', '/CN=app.example', '-addext', 'subjectAltName=DNS:app.example']
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '1',
    ...subject,
    '-keyout',
    key,
    '-out',
    cert,
  ]
  execFileSync('openssl', made, { stdio: 'ignore' })
  return { key, cert }
}

/** Runs nginx with a server block, whose backend, port and certificate are replaced, until the test ends. */
export async function startNginx(block: string, backend: string): Promise<{ port: number; ca: Buffer }> {
  const command = nginx()
  const folder = mkdtempSync(join(tmpdir(), 'roster-nginx-'))
  const port = await freePort()
  const { key, cert } = certificate(folder)
  const server = block
    .replace(/listen \d+/, `listen 127.0.0.1:${port}`)
    .replace(/http:\/\/127\.0\.0\.1:4000/, backend)
    .replace(/ssl_certificate \S+;/, `ssl_certificate ${cert};`)
    .replace(/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`)
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n')
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log ${folder}/error.log;\nevents {}\nhttp {\naccess_log off;\n${paths}\n${server}}\n`,
  )
  const child = spawn(command, ['-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  })
  await expect
    .poll(async () => {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${errors}`)
      const probe = await fetch(`http://127.0.0.1:${port}/livez`).catch(() => undefined)
      return probe?.status
    })
    .toBeDefined()
  return { port, ca: readFileSync(cert) }
}
