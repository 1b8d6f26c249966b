import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Segment } from './index/segment.ts'
import { decodeSegment, encodeSegment } from './index/segment-file.ts'

/** The files of the segments: written whole, never changed, removed when no generation lists them any more. */
export type SegmentStore = {
  /** Durable when it returns. */
  write(segment: Segment): WrittenSegment
  /** Throws `index_damaged`, or a system error with code ENOENT. */
  read(name: string): Segment
  remove(name: string): void
  /** Files that a killed writer left behind; only while holding the lock. */
  removeOrphans(listed: ReadonlySet<string>): void
}

/** `documents`: paragraphs in it. */
export type WrittenSegment = { readonly name: string; readonly bytes: number; readonly documents: number }

export function openSegmentStore(directory: string): SegmentStore {
  const folder = join(directory, 'segments')
  mkdirSync(folder, { recursive: true })
  return {
    write(segment) {
      const name = `${Date.now().toString(36)}-${randomBytes(6).toString('hex')}.seg`
      const file = join(folder, name)
      const bytes = writeDurably(`${file}.tmp`, encodeSegment(segment))
      renameSync(`${file}.tmp`, file)
      syncFolder(folder)
      return { name, bytes, documents: segment.size }
    },
    read: name => decodeSegment(readFileSync(join(folder, name)), name),
    remove: name => rmSync(join(folder, name), { force: true }),
    removeOrphans(listed) {
      for (const name of readdirSync(folder)) {
        if ((name.endsWith('.seg') && !listed.has(name)) || name.endsWith('.tmp'))
          rmSync(join(folder, name), { force: true })
      }
    },
  }
}

function writeDurably(file: string, parts: readonly Uint8Array[]): number {
  const descriptor = openSync(file, 'w')
  let bytes = 0
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length;) at += writeSync(descriptor, part, at)
      bytes += part.length
    }
    fsyncSync(descriptor)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
  return bytes
}

/** A rename is durable only once the folder is; Windows can't open folders and does not need it. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
