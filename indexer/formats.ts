export const TEXT_FORMATS = ['txt', 'md', 'json', 'ndjson'] as const
export type TextFormat = (typeof TEXT_FORMATS)[number]
export type Format = { readonly format: TextFormat; readonly isGzip: boolean }

const FORMAT_OF_EXTENSION: ReadonlyMap<string, Format> = new Map([
  ['.txt', { format: 'txt', isGzip: false }],
  ['.md', { format: 'md', isGzip: false }],
  ['.json', { format: 'json', isGzip: false }],
  ['.ndjson', { format: 'ndjson', isGzip: false }],
  ['.jsonl', { format: 'ndjson', isGzip: false }],
  ['.ndjson.gz', { format: 'ndjson', isGzip: true }],
  ['.jsonl.gz', { format: 'ndjson', isGzip: true }],
])

export const KNOWN_EXTENSIONS: string = [...FORMAT_OF_EXTENSION.keys()].join(', ')

export function formatOf(fileName: string): Format | undefined {
  const extension = /\.[^.]+(?:\.gz)?$/.exec(fileName.toLowerCase())?.[0] ?? ''
  return FORMAT_OF_EXTENSION.get(extension)
}
