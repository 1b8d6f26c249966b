import { createServer } from 'node:http'
import type { Server } from 'node:http'
import * as fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { textDirective, writeDirective } from '../../src/citation/formats/text-fragment.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import type { Language } from '../../src/domain/language.ts'
import { openSeedService } from '../http/seed-service.ts'
import { HAS_CHROMIUM, launchChromium, listen } from './page-browser.ts'
import { LINE_HEIGHT, MARK_STYLE, markedText } from './target-text.ts'

/** So high that an article is in the window as a whole, below a space so high that it never is without scrolling. */
const WINDOW = { width: 640, height: 1200 }

type Block = Pick<Paragraph, 'id' | 'kind' | 'text' | 'language'>
/** Words of a paragraph that have to be found; UTF-16 code units. */
type Cited = {
  readonly blocks: readonly Block[]
  readonly block: number
  readonly start: number
  readonly end: number
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<"]/g, character => ESCAPES[character] ?? '')

/** A publisher's page: navigation, the article, and nothing that marks words but the browser. */
const pageOf = (blocks: readonly Block[]): string => `<!doctype html><html><head><meta charset="utf-8"><style>
  ${MARK_STYLE}
  body { margin: 0 auto; width: 600px; font: 12px/${LINE_HEIGHT}px sans-serif; color: #000; background: #fff }
  h1, h2 { font: inherit; font-weight: bold } nav { height: 6000px } footer { height: 6000px }
  </style></head><body><nav>Start</nav><article>
  ${blocks
    .map(({ id, kind, language, text }) => {
      const tag = kind === 'title' ? 'h1' : kind === 'heading' ? 'h2' : 'p'
      return `<${tag} id="${id}" lang="${language}" dir="auto">${escape(text)}</${tag}>`
    })
    .join('\n')}
  </article><footer>End</footer></body></html>`

const invented = (language: Language, ...texts: readonly string[]): Block[] =>
  texts.map((text, i) => ({ id: `block-${i}`, kind: i === 0 ? 'title' : 'text', language, text }))

const LONG = Array.from({ length: 60 }, (_, i) => `On day ${i} the crew counted ${i * 3} birds.`).join(' ')

type Trap = readonly [name: string, blocks: readonly Block[], block: number, words: string, nth?: number]

/** Where a simple link would lead somewhere else. The words to find stand in the block of that number; `nth` of it. */
const TRAPS: readonly Trap[] = [
  [
    'words of the title',
    invented('en', 'We turn back now', 'He said: “We turn back now”, and left.'),
    1,
    'We turn back now',
  ],
  [
    'words that are said three times',
    invented(
      'en',
      'Ferry',
      'First “no comment” he said.',
      'Then “no comment” she said.',
      'Last “no comment” they said.',
    ),
    2,
    'no comment',
  ],
  [
    'the second time in one sentence',
    invented('en', 'Ferry', 'It was good, good, and very good to her.'),
    1,
    'good',
    1,
  ],
  [
    'the same in capitals and accents',
    invented('fr', 'Été', 'L’ÉTÉ SERA CHAUD. L’été sera chaud. L’ete sera chaud.'),
    1,
    'L’été sera chaud.',
  ],
  [
    'a part of a longer word before it',
    invented('en', 'Ferry', 'The ferryman, the ferry and the ferryboat.'),
    1,
    'ferry',
    1,
  ],
  [
    'commas, hyphens and ampersands',
    invented('en', 'Ferry', 'He wrote: “well-known, R&D - 50% off, #1”, they say.'),
    1,
    'well-known, R&D - 50% off, #1',
  ],
  [
    'a whole paragraph that stands there twice',
    invented('en', 'Ferry', 'Nobody was hurt.', 'The boat is safe.', 'Nobody was hurt.', 'The end.'),
    3,
    'Nobody was hurt.',
  ],
  [
    'a long paragraph',
    invented('en', 'Birds', LONG, LONG.replace('day 30', 'day XXX')),
    2,
    LONG.replace('day 30', 'day XXX'),
  ],
  ['a long part of one that repeats itself', invented('en', 'Birds', LONG), 1, LONG.slice(300, 900).trim()],
  ['a part of a word', invented('en', 'Ferry', 'The ferrymen waited for the ferryman.'), 1, 'ferry', 1],
  [
    'a part of a Japanese sentence',
    invented('ja', '天候', '昨日は雨で、今日も雨で、明日も雨です。'),
    1,
    '今日も雨で',
  ],
  ['Thai without spaces', invented('th', 'ข่าว', 'เขาบอกว่าเรือจะออกพรุ่งนี้และเรือจะกลับวันศุกร์'), 1, 'เรือจะกลับวันศุกร์'],
  [
    'Arabic with a Latin name',
    invented('ar', 'خبر', 'قال المدير إن السفينة Havlind ستعود، وإن السفينة لن تغرق.'),
    1,
    'السفينة لن تغرق',
  ],
  [
    'Hebrew abbreviations',
    invented('he', 'חדשות', 'דובר צה"ל אמר: "הספינה חזרה", וצה"ל אישר.'),
    1,
    'הספינה חזרה',
  ],
  ['Hindi', invented('hi', 'समाचार', 'उन्होंने कहा, “जहाज लौट आया है”, और जहाज लौट आया।'), 1, 'जहाज लौट आया है'],
  ['Korean', invented('ko', '소식', '그는 “배가 돌아왔다”고 말했다. 배가 돌아왔다.'), 1, '배가 돌아왔다'],
]

function trapOf(blocks: readonly Block[], block: number, words: string, nth = 0): Cited {
  const text = blocks[block]?.text ?? ''
  let start = text.indexOf(words)
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`“${words}” does not stand in “${text}”`)
  return { blocks, block, start, end: start + words.length }
}

describe.skipIf(!HAS_CHROMIUM)(
  'a link to the words in Chromium (skipped where /usr/bin/chromium is not there)',
  () => {
    let browser: Browser
    let server: Server
    let address: string
    let blocks: readonly Block[] = []
    let page: Page

    beforeAll(async () => {
      server = createServer((_req, res) => {
        res.setHeader('Content-Type', 'text/html; charset=utf-8')
        res.end(pageOf(blocks))
      })
      address = `${await listen(server)}/article`
      browser = await launchChromium()
      page = await browser.newPage({ viewport: WINDOW })
    })
    afterAll(async () => {
      await browser.close()
      server.close()
    })

    /** What is wrong when a browser follows the link to the words; undefined when it marks just these. */
    async function follow(cited: Cited): Promise<string | undefined> {
      const { block, start, end } = cited
      const directive = textDirective(cited.blocks, { block, start, end })
      if (!directive) return 'no link'
      const written = writeDirective(directive)
      blocks = cited.blocks
      // within one page a fragment is only followed when somebody clicks
      await page.goto('about:blank')
      await page.goto(`${address}#:~:text=${written}`)
      await page.evaluate('document.fonts.ready')
      const { id = '' } = cited.blocks[block] ?? {}
      const marked = await markedText(page, { id, start, end })
      const isRight = marked.lines > 0 && marked.stray === 0 && marked.missing < 1
      return isRight ? undefined : `${written}: ${JSON.stringify(marked)}`
    }

    for (const [name, blocks, block, words, nth] of TRAPS) {
      it(`leads to ${name}`, { timeout: 60_000 }, async () => {
        expect(await follow(trapOf(blocks, block, words, nth))).toBeUndefined()
      })
    }

    it('leads to words of pages on which hardly any differ', { timeout: 300_000 }, async () => {
      const word = fc.constantFrom(
        'a',
        'rose',
        'is',
        'a-rose',
        'Rose',
        'rosé',
        '“a',
        'rose”,',
        '東京',
        '東京都は',
      )
      const text = fc.array(word, { minLength: 1, maxLength: 9 }).map(words => words.join(' '))
      const pages = fc.sample(fc.tuple(fc.array(text, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat()), {
        numRuns: 80,
        seed: 11,
      })
      const problems: string[] = []
      let without = 0
      for (const [texts, a, b] of pages) {
        const block = a % texts.length
        const words = (texts[block] ?? '').split(' ')
        const first = b % words.length
        const start = words.slice(0, first).join(' ').length + (first > 0 ? 1 : 0)
        const end = start + words.slice(first, first + 2).join(' ').length
        const problem = await follow({ blocks: invented('en', ...texts), block, start, end })
        if (problem === 'no link') without++
        else if (problem !== undefined)
          problems.push(`${texts.join(' | ')} [${block}, ${start}–${end}]: ${problem}`)
      }
      expect(problems).toEqual([])
      // the same words between the same neighbours can't be told apart
      expect(without).toBeLessThan(pages.length / 4)
    })

    it('would be seen to lead elsewhere', { timeout: 60_000 }, async () => {
      const cited = trapOf(invented('en', 'Ferry', 'A good day. A good night.'), 1, 'A good night')
      blocks = cited.blocks
      for (const wrong of ['A%20good', 'A%20good%20night.', 'day']) {
        await page.goto('about:blank')
        await page.goto(`${address}#:~:text=${wrong}`)
        const marked = await markedText(page, { id: 'block-1', start: cited.start, end: cited.end })
        expect(marked.stray > 0 || marked.missing >= 1, wrong).toBe(true)
      }
    })

    it('leads to every quote of the sample newsroom', { timeout: 900_000 }, async () => {
      const wrong: string[] = []
      let quotes = 0
      for (const article of await readSeedArticles()) {
        for (const [block, { quotes: quoted, text }] of article.entries()) {
          for (const { start, end } of quoted) {
            quotes++
            const problem = await follow({ blocks: article, block, start, end })
            if (problem !== undefined) wrong.push(`${text.slice(start, end)}: ${problem}`)
          }
        }
      }
      expect(quotes).toBeGreaterThan(200)
      expect(wrong).toEqual([])
    })

    it('leads to whole paragraphs of it', { timeout: 900_000 }, async () => {
      const wrong: string[] = []
      let paragraphs = 0
      for (const article of await readSeedArticles()) {
        for (const [block, { text }] of article.entries()) {
          // every sixth is enough of them
          if (block % 6 !== 0) continue
          paragraphs++
          const problem = await follow({ blocks: article, block, start: 0, end: text.length })
          if (problem !== undefined) wrong.push(`${text}: ${problem}`)
        }
      }
      expect(paragraphs).toBeGreaterThan(50)
      expect(wrong).toEqual([])
    })
  },
)

/** The articles of the sample newsroom as they are indexed, paragraph by paragraph. */
async function readSeedArticles(): Promise<Paragraph[][]> {
  const service = await openSeedService()
  const articles = new Map<string, Paragraph[]>()
  try {
    for await (const paragraph of service.engine.scan({}, Date.now() / 1000)) {
      articles.set(paragraph.articleId, [...(articles.get(paragraph.articleId) ?? []), paragraph])
    }
  } finally {
    await service.close()
  }
  return [...articles.values()].map(article => article.toSorted((a, b) => a.position - b.position))
}
