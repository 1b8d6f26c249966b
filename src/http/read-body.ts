import type { IncomingMessage } from 'node:http'
import { AppError } from '../errors.ts'

export type BodyOptions = {
  /** Bytes. */
  readonly limit: number
  /** What to do about a body that is larger. */
  readonly hint: string
}

/** The body of a request as text. `payload_too_large` as soon as it is known to be; `invalid_request` when it is not UTF-8. */
export async function readBody(req: IncomingMessage, { limit, hint }: BodyOptions): Promise<string> {
  const encoding = req.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity') {
    throw new AppError('unsupported_media_type', 'The body is compressed.', { hint: 'Send it as it is.' })
  }
  if (Number(req.headers['content-length'] ?? 0) > limit) throw tooLarge(limit, hint)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of req as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > limit) throw tooLarge(limit, hint)
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new AppError('invalid_request', 'The body is not UTF-8.', { hint: 'Encode it in UTF-8.', cause })
  }
}

/** As `readBody`, of an object in JSON. */
export async function readJsonObject(
  req: IncomingMessage,
  options: BodyOptions,
): Promise<Readonly<Record<string, unknown>>> {
  if (!/^application\/json(?:\s*;|$)/i.test(req.headers['content-type'] ?? '')) {
    throw new AppError('unsupported_media_type', 'The body is not said to be JSON.', {
      hint: 'Send JSON with the header Content-Type: application/json.',
    })
  }
  const text = await readBody(req, options)
  const body = parseJson(text)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  throw new AppError('invalid_request', 'The body is no JSON object.', { hint: 'Send {"text": "…"}.' })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('invalid_request', 'The body is not valid JSON.', {
      hint: 'Send {"text": "…"}, with quotation marks inside the text written as \\".',
      cause,
    })
  }
}

const tooLarge = (limit: number, hint: string): AppError =>
  new AppError('payload_too_large', `The body is larger than ${Math.floor(limit / 1024)} kB.`, { hint })
