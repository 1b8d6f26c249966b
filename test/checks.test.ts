import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

type LockEntry = {
  readonly license?: string
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const packages = (): [string, LockEntry][] => {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>
  }
  return Object.entries(lock.packages).filter(([name]) => name !== '')
}

const FAULTY = `
async function work(): Promise<void> {
  await Promise.resolve()
}

export function start(value: any): number {
  work()
  return value.length
}
`

describe('the checks really check', () => {
  it('lint fails on a floating promise, on any, and on unsafe access', () => {
    const folder = mkdtempSync(join(root, 'test', 'lint-fixture-'))
    try {
      writeFileSync(join(folder, 'faulty.ts'), FAULTY)
      const oxlint = join(root, 'node_modules/oxlint/bin/oxlint')
      const run = spawnSync(process.execPath, [oxlint, '--format', 'unix', folder], {
        cwd: root,
        encoding: 'utf8',
      })
      const output = run.stdout + run.stderr
      expect(run.status).not.toBe(0)
      expect(output).toContain('no-floating-promises')
      expect(output).toContain('no-explicit-any')
      expect(output).toContain('no-unsafe-member-access')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('the lockfile', () => {
  it('records no download addresses', () => {
    expect(packages().filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([])
  })

  it('has an entry for every platform of every tool, or npm ci fails', () => {
    const names = new Set(packages().map(([name]) => name.replace(/^.*node_modules\//, '')))
    const missing = packages().flatMap(([name, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter(optional => !names.has(optional))
        .map(optional => `${name} wants ${optional}`),
    )
    expect(missing).toEqual([])
  })

  it('holds permissive licences only', () => {
    const permissive =
      /^\(?(MIT|Apache-2\.0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|MIT-0)( (OR|AND) .*)?\)?$/
    const wrong = packages().filter(
      ([, { license = 'none', dev }]) => !permissive.test(license) && !(dev && license === 'MPL-2.0'),
    )
    expect(wrong.map(([name, { license }]) => `${name}: ${license}`)).toEqual([])
  })

  it('has no package that runs a script when installed, but esbuild, which works without', () => {
    const scripts = packages()
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([name]) => name)
    expect(scripts.filter(name => !/node_modules\/(esbuild|fsevents)$/.test(name))).toEqual([])
  })
})
