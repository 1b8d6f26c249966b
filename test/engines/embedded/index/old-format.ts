import { crc32 } from 'node:zlib'
import { encodeSegment } from '../../../../src/engines/embedded/index/segment-file.ts'
import type { Segment } from '../../../../src/engines/embedded/index/segment.ts'

/** The bytes of a segment as they were before quotes were indexed: format 1, without units. */
export function inFormat1({ units, ...segment }: Segment): Uint8Array {
  if (!units) throw new Error('It is of format 1 already')
  const bytes = new Uint8Array(Buffer.concat(encodeSegment(segment)))
  const view = new DataView(bytes.buffer)
  view.setUint32(8, 1, true)
  view.setUint32(4, crc32(bytes.subarray(8)), true)
  return bytes
}
