import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { runIndexer } from '../../indexer/run-indexer.ts'
import type { Report } from '../../indexer/report.ts'
import { folderWith, paragraphsOf, runInProcess } from './run-in-process.ts'
import type { RunOptions } from './run-in-process.ts'

const dryRun = (argv: readonly string[], options?: RunOptions) =>
  runInProcess(['--dry-run', ...argv], options)
const json = (record: object) => JSON.stringify(record)

describe('every format', () => {
  test('.txt and .md with front matter, .json, .ndjson, .jsonl and .ndjson.gz are read', async () => {
    const folder = folderWith({
      'ledger/a.txt': 'Nobody was hurt.\nThe ferry is free.\n',
      'ledger/b.md':
        '---\nid: 007\ntitle: "The ferry: free"\nauthor: [A. One, B. Two]\ndate: 2024-03-11T10:15:00+01:00\nlanguage: en\n---\n\n## Later\n\nNobody was hurt.\n',
      'c.json': json({ id: 'c', source: 'C', text: 'One article.' }),
      'd.json': json([
        { id: 'd1', text: 'First of two.' },
        { id: 'd2', text: 'Second of two.' },
      ]),
      'e.ndjson': `${json({ id: 'e1', text: 'On a line.' })}\n\n${json({ id: 'e2', paragraphs: ['Given', 'Given too.'] })}`,
      'f.jsonl': `${json({ id: 'f', text: 'The other name.' })}\r\n`,
      'g.ndjson.gz': gzipSync(`${json({ id: 'g', text: 'Zipped.' })}\n`),
    })
    const run = await dryRun([folder])
    expect(run.code).toBe(0)
    const paragraphs = paragraphsOf(run)
    expect(paragraphs.map(({ articleId, text, kind }) => [articleId, kind, text]).slice(0, 9)).toEqual([
      ['c', 'text', 'One article.'],
      ['d1', 'text', 'First of two.'],
      ['d2', 'text', 'Second of two.'],
      ['e1', 'text', 'On a line.'],
      ['e2', 'heading', 'Given'],
      ['e2', 'text', 'Given too.'],
      ['f', 'text', 'The other name.'],
      ['g', 'text', 'Zipped.'],
      [paragraphs[8]?.articleId, 'text', 'Nobody was hurt.'],
    ])
    const front = paragraphs.filter(paragraph => paragraph.articleId === '007')
    expect(front.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', 'The ferry: free'],
      ['heading', 'Later'],
      ['text', 'Nobody was hurt.'],
    ])
    expect(front[0]).toMatchObject({
      author: ['A. One', 'B. Two'],
      publishedAt: 1_710_148_500,
      source: 'ledger',
      language: 'en',
    })
    expect(paragraphs.find(paragraph => paragraph.articleId === 'c')?.source).toBe('C')
    expect(paragraphs.find(paragraph => paragraph.articleId === 'd1')?.source).toBe(path.basename(folder))
  })

  test('UTF-8 with a byte order mark and CRLF is read as without', async () => {
    const text = '---\ntitle: Ferja\n---\nIngen er skadet.\n\nFerja er løs.\n'
    const plain = paragraphsOf(await dryRun([path.join(folderWith({ 's/a.txt': text }), 's')]))
    const marked = folderWith({ 's/a.txt': `\uFEFF${text.replaceAll('\n', '\r\n')}` })
    expect(plain).toHaveLength(3)
    expect(paragraphsOf(await dryRun([path.join(marked, 's')]))).toEqual(plain)
    const lines = folderWith({ 'a.ndjson': `\uFEFF${json({ text: 'Ingen er skadet.' })}\r\n` })
    expect((await dryRun([lines])).code).toBe(0)
  })

  test('standard input is NDJSON, or what --stdin-format says', async () => {
    const lines = await dryRun(['--source', 'Wire', '-'], { stdin: json({ text: 'Nobody was hurt.' }) })
    expect(paragraphsOf(lines)[0]).toMatchObject({ source: 'Wire', text: 'Nobody was hurt.' })
    const markdown = await dryRun(['--source', 'Wire', '--stdin-format', 'md', '-'], {
      stdin: '# Ferry\n\nNobody was hurt.',
    })
    expect(paragraphsOf(markdown)[0]).toMatchObject({ kind: 'title', text: 'Ferry' })
  })

  test('a source and a language are for the articles that have none', async () => {
    const stdin = [json({ text: 'Hei.' }), json({ text: 'Hei.', source: 'Own', language: 'sv' })].join('\n')
    const paragraphs = paragraphsOf(await dryRun(['--source', 'Wire', '--language', 'nb', '-'], { stdin }))
    expect(paragraphs.map(({ source }) => source)).toEqual(['Wire', 'Own'])
  })
})

describe('an article is the same article', () => {
  test('wherever its folder lies and however it is named', async () => {
    const folder = folderWith({ 'ledger/2024/a.txt': 'Nobody was hurt.' })
    const other = folderWith({ 'ledger/2024/a.txt': 'Nobody was hurt, after all.' })
    const idOf = async (named: string) => paragraphsOf(await dryRun([named]))[0]?.articleId
    expect(await idOf(path.join(folder, 'ledger'))).toBe(await idOf(path.join(other, 'ledger/')))
    expect(await idOf(path.join(folder, 'ledger/2024'))).toBe(
      await idOf(path.join(folder, 'ledger/2024/a.txt')),
    )
  })

  test('when it comes twice in a run: the last one counts, and it is said', async () => {
    const lines = [
      json({ id: 'a', text: 'First.' }),
      json({ id: 'b', text: 'Other.' }),
      json({ id: 'a', text: 'Last.' }),
    ]
    const run = await dryRun(['--source', 'Wire', '-'], { stdin: lines.join('\n') })
    expect(
      paragraphsOf(run)
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['Last.', 'Other.'])
    expect(run.stderr).toContain('article a came again at -:3; the last one counts')
    expect(run.code).toBe(0)
    const apart = await dryRun(['--source', 'Wire', '--batch-size', '1', '-'], { stdin: lines.join('\n') })
    expect(paragraphsOf(apart).map(({ text }) => text)).toEqual(['First.', 'Other.', 'Last.'])
    expect(apart.stderr).toContain('article a came again at -:3')
  })

  test('only as long as its text is, when it has neither id nor url in a file of many; it is said', async () => {
    const run = await dryRun(['--source', 'Wire', '-'], { stdin: json({ text: 'Hei.' }) })
    expect(run.stderr).toContain('1 article has neither id nor url')
  })
})

describe('folders', () => {
  test('are read in the order of their names; other and hidden files are skipped and counted', async () => {
    const folder = folderWith({
      'b.txt': 'B.',
      'a/z.txt': 'AZ.',
      'B.TXT': 'Upper.',
      'picture.jpg': 'x',
      '.hidden.txt': 'x',
      '.git/config.txt': 'x',
    })
    const run = await dryRun([folder])
    expect(paragraphsOf(run).map(({ text }) => text)).toEqual(['Upper.', 'AZ.', 'B.'])
    expect(run.stderr).toMatch(/skipped +1 of other formats, 2 hidden/)
  })

  test('leave out what .paragrafignore says, as git would', async () => {
    const folder = folderWith({
      '.paragrafignore': 'drafts/\n*.md\n!keep.md\n/top.txt\n',
      'drafts/a.txt': 'Draft.',
      'top.txt': 'Top.',
      'sub/top.txt': 'Sub top.',
      'sub/keep.md': 'Kept.',
      'sub/other.md': 'Other.',
      'sub/deep/.paragrafignore': '!*.md\n*.txt\n',
      'sub/deep/again.md': 'Again.',
      'sub/deep/no.txt': 'No.',
    })
    const run = await dryRun([folder])
    expect(paragraphsOf(run).map(({ text }) => text)).toEqual(['Again.', 'Kept.', 'Sub top.'])
    expect(run.stderr).toMatch(/skipped +4 left out by \.paragrafignore/)
  })

  test('that link to themselves are entered once', async () => {
    const folder = folderWith({ 'a/a.txt': 'Once.' })
    symlinkSync('..', path.join(folder, 'a/up'))
    symlinkSync('a', path.join(folder, 'b'))
    const run = await dryRun([folder])
    expect(paragraphsOf(run)).toHaveLength(1)
    expect(run.code).toBe(0)
  })
})

describe('bad input is named, and the rest goes on', () => {
  const GOOD = { 'good.txt': 'Nobody was hurt.' }

  const nested = (depth: number) => '['.repeat(depth)
  test.each<[string, string, string | Uint8Array, RegExp]>([
    [
      'Latin-1',
      'bad.txt',
      Buffer.from('God dag.\nFerja er l\xF8s.\n', 'latin1'),
      /bad\.txt:2: is not UTF-8 at byte 11 of the line \(0xF8\): .*iconv/,
    ],
    [
      'UTF-16 with a mark',
      'bad.txt',
      Buffer.from('\uFEFFFerja', 'utf16le'),
      /bad\.txt:1: is UTF-16, not UTF-8: .*iconv -f UTF-16/,
    ],
    ['UTF-16 without a mark', 'bad.md', Buffer.from('The ferry', 'utf16le'), /bad\.md:1: is UTF-16LE/],
    [
      'a cut sequence',
      'bad.txt',
      Buffer.from('l\u00F8').subarray(0, 2),
      /bad\.txt:1: is not UTF-8 at byte 2 /,
    ],
    ['an empty file', 'bad.txt', '', /bad\.txt: is empty/],
    ['white space only', 'bad.md', ' \n\n', /bad\.md: is empty/],
    ['an empty NDJSON', 'bad.ndjson', '\n', /bad\.ndjson: is empty/],
    ['an empty list', 'bad.json', '[]', /bad\.json: holds no article/],
    ['an empty JSON', 'bad.json', '', /bad\.json:1: is not JSON at column 1: it ends too early/],
    [
      'a broken line',
      'bad.ndjson',
      '{"text":"a"}\n{"text":"b",}\n',
      /bad\.ndjson:2: is not JSON at column 13: unexpected "}"/,
    ],
    ['a cut line', 'bad.ndjson', '{"text":"a', /bad\.ndjson:1: is not JSON at column 11: it ends too early/],
    [
      'broken JSON',
      'bad.json',
      '{\n  "text": "a"\n  "id": 1\n}',
      /bad\.json:3: is not JSON at column 3: unexpected/,
    ],
    ['deep JSON', 'bad.json', nested(200_000), /bad\.json:1: is not JSON at column 200001/],
    ['another value', 'bad.ndjson', '42\n', /bad\.ndjson:1: must be a JSON object/],
    [
      'a bad article in a list',
      'bad.json',
      '[{"text":"a"},{"id":"b"}]',
      /bad\.json \(article 2\): text is missing/,
    ],
    [
      'an unreadable date',
      'bad.md',
      '---\ndate: yesterday\n---\nText.',
      /bad\.md: publishedAt|bad\.md: date "yesterday" is not a date/,
    ],
    [
      'an unknown language',
      'bad.md',
      '---\nlanguage: jp\n---\nText.',
      /bad\.md: language "jp" is not a known language: did you mean ja/,
    ],
    ['front matter only', 'bad.md', '---\ntitle: A title\n---\n', /bad\.md: text is missing or empty/],
    ['an ornament only', 'bad.txt', '* * *', /bad\.txt: Article \w+ has no text/],
    [
      'broken front matter',
      'bad.md',
      '---\ntitle: The ferry: free\n---\nText.',
      /bad\.md:2: the front matter is not YAML at column 8: Nested mappings/,
    ],
    [
      'a field twice',
      'bad.md',
      '---\nid: a\nid: b\n---\nText.',
      /bad\.md:3: the front matter is not YAML at column 1: Map keys must be unique/,
    ],
    [
      'open front matter',
      'bad.md',
      '---\ntitle: A\n\nText.',
      /bad\.md:1: the front matter has no closing line ---/,
    ],
    ['no front matter', 'bad.txt', '---\nText.\n---\nText.', /bad\.txt:2: the front matter is no list/],
    [
      'too many aliases',
      'bad.md',
      `---\na: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c]\n---\nText.`,
      /bad\.md:2: the front matter is not usable/,
    ],
    ['no gzip', 'bad.ndjson.gz', 'text', /bad\.ndjson\.gz: is broken or cut gzip/],
    [
      'a long line',
      'bad.ndjson',
      `{"text":"${'x'.repeat(11 * 1024 * 1024)}"}\n`,
      /bad\.ndjson:1: is longer than 10 MB/,
    ],
  ])('%s', async (_name, file, content, reason) => {
    const run = await dryRun([folderWith({ [file]: content, ...GOOD })])
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(reason)
    expect(paragraphsOf(run).map(({ text }) => text)).toContain('Nobody was hurt.')
    expect(run.stderr).toMatch(/rejected +1\n/)
  })

  test('lines around a broken or over-long one are indexed', async () => {
    const lines = [
      json({ text: 'One.' }),
      '{',
      `"${'x'.repeat(50 * 1024 * 1024)}"`,
      '\xFF',
      json({ text: 'Two.' }),
    ]
    const run = await dryRun([folderWith({ 'a.ndjson': Buffer.from(lines.join('\n'), 'latin1') })])
    expect(paragraphsOf(run).map(({ text }) => text)).toEqual(['One.', 'Two.'])
    for (const place of ['a.ndjson:2: is not JSON', 'a.ndjson:3: is longer', 'a.ndjson:4: is not UTF-8'])
      expect(run.stderr).toContain(place)
  })

  test('what came before the break of a gzip file is indexed', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      json({ id: `a${index}`, text: `Number ${index * 7919} was hurt.` }),
    )
    const zipped = gzipSync(lines.join('\n'))
    const run = await dryRun(['--json', folderWith({ 'a.ndjson.gz': zipped.subarray(0, zipped.length / 2) })])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('is broken or cut gzip')
    expect(paragraphsOf(run).length).toBeGreaterThan(100)
  })

  test('paths that are not there, of no known format, or that lead nowhere', async () => {
    const folder = folderWith({
      ...GOOD,
      'paper.pdf': 'x',
      'x.txt/inside.txt': 'A folder with the name of a file.',
    })
    symlinkSync('loop.txt', path.join(folder, 'loop.txt'))
    symlinkSync('nowhere.txt', path.join(folder, 'dead.md'))
    symlinkSync('nowhere', path.join(folder, 'dead.lock'))
    const run = await dryRun([
      folder,
      path.join(folder, 'paper.pdf'),
      path.join(folder, 'missing.txt'),
      '/dev/null',
    ])
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/loop\.txt: is a symbolic link that leads back to itself/)
    expect(run.stderr).toMatch(/dead\.md: does not exist/)
    expect(run.stderr).toMatch(/paper\.pdf: is of no known format; known files are \.txt/)
    expect(run.stderr).toMatch(/missing\.txt: does not exist: check the path/)
    expect(run.stderr).toMatch(/\/dev\/null: is of no known format/)
    expect(run.stderr).toMatch(/rejected +5\n/)
    expect(paragraphsOf(run)).toHaveLength(2)
  })

  test.skipIf(process.getuid?.() === 0)(
    'files that may not be read (skipped for root, who may)',
    async () => {
      const folder = folderWith(GOOD)
      writeFileSync(path.join(folder, 'secret.txt'), 'x', { mode: 0 })
      expect((await dryRun([folder])).stderr).toMatch(/secret\.txt: may not be read/)
    },
  )

  test('a folder without articles', async () => {
    const folder = folderWith({ 'paper.pdf': 'x' })
    mkdirSync(path.join(folder, 'empty'))
    const run = await dryRun([folder])
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(/holds no article; known files are \.txt, \.md, \.json, \.ndjson, \.jsonl/)
  })

  test('a file of more than 64 MB', async () => {
    const folder = folderWith({ ...GOOD, 'big.txt': Buffer.alloc(65 * 1024 * 1024, 'word ') })
    const run = await dryRun([folder])
    expect(run.stderr).toMatch(/big\.txt: is larger than 64 MB: split it/)
    expect(paragraphsOf(run)).toHaveLength(1)
  })

  test('control characters of names and values do not reach the terminal', async () => {
    const folder = folderWith({ 'a\u001B[31m.txt': '', 'b.md': '---\nlanguage: "\\e[31m"\n---\nText.' })
    const run = await dryRun([folder])
    expect(run.stderr).not.toContain('\u001B')
    expect(run.stderr).toContain('\\u001b')
  })
})

describe('the report', () => {
  test('as JSON has everything that was counted', async () => {
    const folder = folderWith({
      'ledger/a.md':
        '---\nlanguage: en\nsection: Sea\n---\nNobody was hurt on the ferry that ran aground in the sound.',
      'ledger/bad.ndjson': '{\n',
      'x.pdf': '',
    })
    const run = await dryRun(['--json', folder])
    const report = JSON.parse(run.stderr.split('\n').find(line => line.startsWith('{')) ?? '') as Report
    expect(report).toMatchObject({
      articles: 1,
      paragraphs: { indexed: 1, unchanged: 0, retired: 0 },
      languages: { en: 1 },
      sources: { ledger: 1 },
      rejectedCount: 1,
      rejected: [
        {
          file: path.join(folder, 'ledger/bad.ndjson'),
          line: 1,
          reason: expect.stringContaining('not JSON') as string,
        },
      ],
      skipped: { format: 1, ignored: 0, hidden: 0 },
      unknownFields: { section: 1 },
    })
  })

  test('mentions ignored fields once', async () => {
    const stdin = Array.from({ length: 50 }, (_, index) =>
      json({ id: `a${index}`, text: 'Hei.', tags: [] }),
    ).join('\n')
    const run = await dryRun(['--source', 'Wire', '-'], { stdin })
    expect(run.stderr.match(/tags/g)).toHaveLength(1)
    expect(run.stderr).toContain('tags (50)')
  })

  test('is not printed with --quiet, but what went wrong is', async () => {
    const run = await dryRun(['--quiet', folderWith({ 'a.txt': 'Fine.', 'b.txt': '' })])
    expect(run.stderr).toMatch(/^rejected: .*b\.txt: is empty.*\n$/)
  })
})

describe('usage', () => {
  test.each<[string[], RegExp]>([
    [[], /missing required argument 'path'/],
    [['--no-such-option', 'x'], /unknown option/],
    [['--dri-run', 'x'], /Did you mean --dry-run/],
    [['--batch-size', '0', 'x'], /whole number from 1/],
    [['--batch-size', '1e3', 'x'], /whole number from 1/],
    [['--concurrency', '65', 'x'], /from 1 to 64/],
    [['--language', 'norwegain', 'x'], /Did you mean nb/],
    [['--stdin-format', 'xml', '-'], /Allowed choices are/],
    [['--source', ' ', 'x'], /It is empty/],
    [['-', '-'], /only once/],
    [[''], /a path is empty/],
  ])('%j is wrong, exit code 2', async (argv, message) => {
    const run = await runInProcess(argv)
    expect(run.code).toBe(2)
    expect(run.stdout).toBe('')
    expect(run.stderr).toMatch(message)
    expect(run.stderr).toContain('--help')
  })

  test('--help and --version go to standard output, exit code 0', async () => {
    const help = await runInProcess(['--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    for (const option of ['--dry-run', '--if-empty', '--source', '--batch-size', '.paragrafignore'])
      expect(help.stdout).toContain(option)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
    expect(await runInProcess(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  test('a wrong setting is told with its hint, exit code 2, and does not disturb a dry run', async () => {
    const folder = folderWith({ 'a.txt': 'Fine.' })
    const env = { ENGINE: 'elastic', PORT: 'x' }
    const run = await runInProcess([folder], { env })
    expect(run.code).toBe(2)
    expect(run.stderr).toMatch(/ENGINE is "elastic".*\n.*PORT is "x"/)
    expect((await dryRun([folder], { env })).code).toBe(0)
  })
})

test('a reader that goes away, as head does, ends the run', async () => {
  const stdout = new PassThrough({ highWaterMark: 16 })
  const stdin = new PassThrough()
  stdin.write(`${json({ text: 'Hei.' })}\n`.repeat(1000))
  const stderr = new PassThrough()
  const running = runIndexer(['--dry-run', '--quiet', '--source', 'S', '--batch-size', '1', '-'], {
    env: {},
    stdin,
    stdout,
    stderr,
    isTTY: false,
  })
  stdout.once('data', () => stdout.destroy(new Error('EPIPE')))
  expect(await running).toBe(1)
})

test('an interrupt ends a run that waits for more input', async () => {
  const interrupt = new AbortController()
  const stdin = new PassThrough()
  stdin.write(`${json({ text: 'Hei.' })}\n`)
  const stderr = new PassThrough()
  const running = runIndexer(['--dry-run', '--source', 'S', '-'], {
    env: {},
    stdin,
    stdout: new PassThrough(),
    stderr,
    isTTY: false,
    interrupt: interrupt.signal,
  })
  setTimeout(() => interrupt.abort(), 50)
  expect(await running).toBe(130)
  expect(String(stderr.read())).toContain('Stopped before the end')
})

test.skipIf(!existsSync('seeds/expected.ndjson'))(
  'the sample newsroom is split as its authors say',
  async () => {
    const expected = paragraphsOf({
      code: 0,
      stderr: '',
      stdout: readFileSync('seeds/expected.ndjson', 'utf8'),
    })
    const run = await dryRun(['seeds'])
    expect(run.code).toBe(0)
    const found = new Map(
      paragraphsOf(run).map(paragraph => [`${paragraph.articleId} ${paragraph.position}`, paragraph]),
    )
    // The file that has no id is known there by its path.
    const named = expected.filter(({ articleId }) => !articleId.startsWith('@'))
    expect(named.length).toBeGreaterThan(100)
    for (const { articleId, position, kind, text } of named) {
      expect(found.get(`${articleId} ${position}`)).toMatchObject({ articleId, position, kind, text })
    }
    expect(found.size).toBe(expected.length)
  },
)

test('a dry run makes no data folder', async () => {
  const folder = folderWith({ 'a.txt': 'Fine.' })
  const data = path.join(folder, 'data')
  await dryRun(['--data-dir', data, path.join(folder, 'a.txt')])
  expect(existsSync(data)).toBe(false)
  rmSync(data, { force: true })
})
