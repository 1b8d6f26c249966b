import { createReadStream } from 'node:fs'
import { addAbortSignal, pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Language } from '../src/domain/language.ts'
import { AppError, systemCodeOf } from '../src/errors.ts'
import { parseArticle } from '../src/ingest/parse-article.ts'
import type { ArticleDefaults } from '../src/ingest/parse-article.ts'
import { byteLines, MAX_LINE_BYTES } from './byte-lines.ts'
import { decodeUtf8, foreignEncoding } from './decode.ts'
import type { FoundFile } from './find-files.ts'
import type { TextFormat } from './formats.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseJson } from './parse-json.ts'
import type { Place, ReadItem, Rejection } from './read-item.ts'
import { readWhole } from './read-whole.ts'
import type { ByteStream } from './read-whole.ts'
import { reasonOfSystemError } from './system-error.ts'

export type ReadOptions = {
  /** Outlet of the articles that name none; default the name of the folder. */
  readonly source?: string
  /** Language of the articles that declare none. */
  readonly languages?: readonly Language[]
  /** Told of every piece read, as it lies on the disk. */
  readonly onBytes?: (count: number) => void
  /** Reading stops without an error. */
  readonly stop: AbortSignal
}

/** The articles of one file. What is wrong with it or with a part of it is an item; the rest is read on. */
export async function* readFileArticles(file: FoundFile, options: ReadOptions): AsyncGenerator<ReadItem> {
  const raw = countBytes(addAbortSignal(options.stop, createReadStream(file.path)), options)
  const stream = file.isGzip ? gunzip(raw) : raw
  const source = options.source ?? (file.folderName === '' ? undefined : file.folderName)
  yield* readStream(stream, {
    format: file.format,
    file: file.path,
    stop: options.stop,
    defaults: {
      ...(source === undefined ? {} : { source }),
      ...(options.languages === undefined ? {} : { languages: options.languages }),
      path: file.relativePath,
    },
  })
}

/** The articles of standard input. Nothing there says a source or a name: what has neither id nor URL is known by its text. */
export async function* readInputArticles(
  input: Readable,
  { format, ...options }: ReadOptions & { readonly format: TextFormat },
): AsyncGenerator<ReadItem> {
  const { source, languages, stop } = options
  yield* readStream(countBytes(addAbortSignal(stop, input), options), {
    format,
    file: '-',
    stop,
    defaults: {
      ...(source === undefined ? {} : { source }),
      ...(languages === undefined ? {} : { languages }),
    },
  })
}

type StreamOptions = {
  readonly format: TextFormat
  readonly file: string
  readonly stop: AbortSignal
  readonly defaults: ArticleDefaults
}

async function* readStream(stream: ByteStream, options: StreamOptions): AsyncGenerator<ReadItem> {
  try {
    switch (options.format) {
      case 'ndjson':
        yield* readNdjson(stream, options)
        break
      case 'json':
        yield* readJson(await readWhole(stream), options)
        break
      case 'txt':
      case 'md':
        yield readText(await readWhole(stream), options)
        break
    }
  } catch (error) {
    if (!options.stop.aborted) yield rejected({ file: options.file }, reasonOf(error))
  }
}

function readText(bytes: Uint8Array, { format, file, defaults }: StreamOptions): ReadItem {
  const decoded = decodeUtf8(bytes)
  if (!decoded.ok) return rejected({ file, line: decoded.line }, decoded.reason)
  if (decoded.text.trim() === '') return rejected({ file }, 'is empty: an article needs text')
  const parts = splitFrontMatter(decoded.text)
  if (!parts.ok) return rejected({ file, line: parts.line }, parts.reason)
  if ('text' in parts.fields) return rejected({ file }, 'has its text in the front matter: it belongs below')
  return readRecord(
    { ...parts.fields, text: parts.body },
    { file },
    { ...defaults, markup: format === 'md' ? 'markdown' : 'plain' },
  )
}

function* readJson(bytes: Uint8Array, { file, defaults }: StreamOptions): Generator<ReadItem> {
  const parsed = parseJson(bytes)
  if (!parsed.ok) {
    yield rejected({ file, line: parsed.line }, parsed.reason)
    return
  }
  if (!Array.isArray(parsed.value)) {
    yield readRecord(parsed.value, { file }, defaults)
    return
  }
  const records: readonly unknown[] = parsed.value
  if (records.length === 0) yield rejected({ file }, 'holds no article')
  // The path names the file, not one of its articles.
  const { path: _path, ...shared } = defaults
  for (const [index, record] of records.entries()) yield readRecord(record, { file, item: index + 1 }, shared)
}

async function* readNdjson(stream: ByteStream, { file, defaults }: StreamOptions): AsyncGenerator<ReadItem> {
  const { path: _path, ...shared } = defaults
  let isEmpty = true
  for await (const { line, bytes } of byteLines(stream)) {
    const place = { file, line }
    const foreign = line === 1 && bytes !== undefined ? foreignEncoding(bytes) : undefined
    if (bytes === undefined) {
      yield rejected(
        place,
        `is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB: one line is one article, split it into several`,
      )
    } else if (foreign !== undefined) {
      yield rejected(
        place,
        `is ${foreign}, not UTF-8: convert the file first, for example with \`iconv -f ${foreign} -t UTF-8\``,
      )
      return
    } else if (isBlank(bytes)) {
      continue
    } else {
      const parsed = parseJson(bytes)
      yield parsed.ok ? readRecord(parsed.value, place, shared) : rejected(place, parsed.reason)
    }
    isEmpty = false
  }
  if (isEmpty) yield rejected({ file }, 'is empty: it should hold one article as JSON on each line')
}

function readRecord(record: unknown, place: Place, defaults: ArticleDefaults): ReadItem {
  const parsed = parseArticle(record, defaults)
  if (!parsed.ok) return rejected(place, parsed.problems.join('; '))
  const { article, unknownFields, isKnownByText } = parsed
  return { kind: 'article', place, article, unknownFields, isKnownByText }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every(byte => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}

async function* countBytes(
  stream: Readable,
  { onBytes }: Pick<ReadOptions, 'onBytes'>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    onBytes?.(chunk.length)
    yield chunk
  }
}

function gunzip(stream: ByteStream): ByteStream {
  const unzipped = createGunzip()
  // An error of either end reaches whoever reads `unzipped`.
  pipeline(Readable.from(stream, { objectMode: false }), unzipped, () => {})
  return unzipped
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError)
    return error.hint === undefined ? error.message : `${error.message}: ${error.hint}`
  if (systemCodeOf(error)?.startsWith('Z_') === true) {
    return 'is broken or cut gzip: what came before was read; make the file anew'
  }
  return reasonOfSystemError(error)
}

function rejected(place: Place, reason: string): Rejection {
  return { kind: 'rejected', place, reason }
}
