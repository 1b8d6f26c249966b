import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { formatOf, KNOWN_EXTENSIONS } from './formats.ts'
import type { Format } from './formats.ts'
import { isIgnored, readIgnoreFile } from './ignore-file.ts'
import type { IgnoreRules } from './ignore-file.ts'
import type { Rejection } from './read-item.ts'
import { reasonOfSystemError } from './system-error.ts'

export type FoundFile = Format & {
  readonly kind: 'file'
  readonly path: string
  /** Below the folder the user named, with `/`; the file's own name when the user named the file. */
  readonly relativePath: string
  /** Name of the folder the file is in; empty for the root of the file system. */
  readonly folderName: string
  readonly bytes: number
}

export const SKIP_REASONS = ['format', 'ignored', 'hidden'] as const
export type SkippedFile = {
  readonly kind: 'skipped'
  readonly path: string
  readonly why: (typeof SKIP_REASONS)[number]
}

export type FoundItem = FoundFile | SkippedFile | Rejection

/**
 * The files below what the user named, a folder's entries in the order of their names' code units. Links are followed,
 * but no folder is entered twice. What cannot be read is an item, not an error.
 */
export async function* findFiles(named: string): AsyncGenerator<FoundItem> {
  try {
    const found = await stat(named)
    if (!found.isDirectory()) {
      yield namedFile(named, found)
      return
    }
  } catch (error) {
    yield rejected(named, reasonOfSystemError(error))
    return
  }
  let isEmpty = true
  for await (const item of walk({ folder: named, below: '', rules: [], visited: new Set() })) {
    if (item.kind !== 'skipped') isEmpty = false
    yield item
  }
  if (isEmpty) yield rejected(named, `holds no article; known files are ${KNOWN_EXTENSIONS}`)
}

type FileState = { isFile(): boolean; readonly size: number }

function namedFile(named: string, state: FileState): FoundItem {
  const format = formatOf(path.basename(named))
  if (format === undefined)
    return rejected(named, `is of no known format; known files are ${KNOWN_EXTENSIONS}`)
  return fileItem(format, { file: named, relativePath: path.basename(named), state })
}

function fileItem(
  format: Format,
  { file, relativePath, state }: { file: string; relativePath: string; state: FileState },
): FoundItem {
  if (!state.isFile()) return rejected(file, 'is no regular file; give a stream as - on standard input')
  const folderName = path.basename(path.dirname(path.resolve(file)))
  return { kind: 'file', ...format, path: file, relativePath, folderName, bytes: state.size }
}

type Walk = {
  readonly folder: string
  /** The folder's own path below the one the user named, ending in `/`, or empty. */
  readonly below: string
  readonly rules: readonly IgnoreRules[]
  /** Real paths of the folders entered so far. */
  readonly visited: Set<string>
}

async function* walk({ folder, below, rules: outerRules, visited }: Walk): AsyncGenerator<FoundItem> {
  let entries: Dirent[]
  let rules: readonly IgnoreRules[]
  try {
    const real = await realpath(folder)
    if (visited.has(real)) return
    visited.add(real)
    entries = await readdir(folder, { withFileTypes: true })
    rules = [...(await readIgnoreFile(folder, { below })), ...outerRules]
  } catch (error) {
    yield rejected(folder, reasonOfSystemError(error))
    return
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    const relativePath = below + entry.name
    const format = formatOf(entry.name)
    if (entry.name.startsWith('.')) {
      if (entry.name !== '.paragrafignore') yield { kind: 'skipped', path: file, why: 'hidden' }
      continue
    }
    if (!entry.isDirectory() && !entry.isSymbolicLink() && format === undefined) {
      yield { kind: 'skipped', path: file, why: 'format' }
      continue
    }
    try {
      const state = await stat(file)
      if (isIgnored(rules, relativePath + (state.isDirectory() ? '/' : ''))) {
        yield { kind: 'skipped', path: file, why: 'ignored' }
      } else if (state.isDirectory()) {
        yield* walk({ folder: file, below: `${relativePath}/`, rules, visited })
      } else if (format === undefined) {
        yield { kind: 'skipped', path: file, why: 'format' }
      } else {
        yield fileItem(format, { file, relativePath, state })
      }
    } catch (error) {
      // A dead link to something that would not be read anyway is no loss.
      if (format === undefined && !entry.isDirectory()) yield { kind: 'skipped', path: file, why: 'format' }
      else yield rejected(file, reasonOfSystemError(error))
    }
  }
}

function rejected(file: string, reason: string): Rejection {
  return { kind: 'rejected', place: { file }, reason }
}
