import { AppError } from '../src/errors.ts'

/** Bytes of a text or JSON file that are held in memory at once. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024

export type ByteStream = AsyncIterable<Uint8Array>

/** All bytes of a stream. Throws `payload_too_large` as soon as there are more than `MAX_FILE_BYTES`. */
export async function readWhole(stream: ByteStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > MAX_FILE_BYTES) {
      throw new AppError('payload_too_large', `is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB`, {
        hint: 'split it, or write its articles as .ndjson, which is read line by line',
      })
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}
