import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StoredParagraph } from '../../src/domain/paragraph.ts'
import { readExpected } from '../seeds.ts'
import { analyzedArticle } from './articles.ts'
import type { EngineUnderTest } from './engine-contract.ts'

/** Thirty paragraphs of real prose about one and the same thing, so that every one has words of every other. */
const TEXTS = [
  ...new Set(
    readExpected().flatMap(({ language, kind, text }) =>
      language === 'en' && kind === 'text' && text.length > 60 ? [text] : [],
    ),
  ),
].slice(0, 30)

const NOW = 2_000_000_000

type Edited = {
  /** What is published after the first version, one version after the other. */
  readonly versions: readonly (readonly string[])[]
  /** Of each text that is gone at the end: the texts that may be named as what took its place; none for nobody. */
  readonly gone: Readonly<Record<string, readonly string[]>>
}

const at = (number: number): string => TEXTS[number] ?? ''
const corrected = (text: string): string => text.replace(/\b(\p{Ll})(\p{Ll})(\p{Ll}+)/u, '$2$1$3')
const [TYPO, TYPO_TWICE] = [corrected(at(12)), `${corrected(at(12))} The rest is being looked into.`]
/** The paragraph with the most sentences, and where its first one ends. */
const LONG = TEXTS.reduce((most, text) => (sentences(text) > sentences(most) ? text : most))
const CUT = LONG.search(/[.!?][”"]? (?=\p{Lu})/u) + 2
const [HEAD, TAIL] = [LONG.slice(0, CUT).trim(), LONG.slice(CUT).trim()]
const JOINED = `${at(20)} ${at(21)}`

function sentences(text: string): number {
  return text.split(/[.!?][”"]? (?=\p{Lu})/u).length
}

const without = (...texts: readonly string[]): string[] => TEXTS.filter(text => !texts.includes(text))
const replaced = (old: string, ...texts: readonly string[]): string[] =>
  TEXTS.flatMap(text => (text === old ? texts : [text]))

const EDITS: Readonly<Record<string, Edited>> = {
  'a paragraph is put in': {
    versions: [TEXTS.toSpliced(15, 0, 'This line was put in by the night desk an hour later.')],
    gone: {},
  },
  'a paragraph is taken out': { versions: [without(at(7))], gone: { [at(7)]: [] } },
  'the order is turned round': { versions: [TEXTS.toReversed()], gone: {} },
  'a paragraph is moved to the top': { versions: [[at(29), ...without(at(29))]], gone: {} },
  'a paragraph is split in two': {
    versions: [replaced(LONG, HEAD, TAIL)],
    gone: { [LONG]: [HEAD.length > TAIL.length ? HEAD : TAIL] },
  },
  'two paragraphs are joined': {
    versions: [TEXTS.toSpliced(20, 2, JOINED)],
    gone: { [at(20)]: [JOINED], [at(21)]: [JOINED] },
  },
  'a typo is mended': { versions: [replaced(at(12), TYPO)], gone: { [at(12)]: [TYPO] } },
  'a typo is mended, and later something added': {
    versions: [replaced(at(12), TYPO), replaced(at(12), TYPO_TWICE)],
    gone: { [at(12)]: [TYPO], [TYPO]: [TYPO_TWICE] },
  },
  'a typo is made, and taken back': { versions: [replaced(at(12), TYPO), TEXTS], gone: { [TYPO]: [at(12)] } },
  'all of it at once': {
    versions: [
      [
        at(29),
        ...without(at(7), at(12), LONG, at(20), at(21), at(29)),
        TYPO,
        HEAD,
        TAIL,
        JOINED,
      ].toReversed(),
    ],
    gone: {
      [at(7)]: [],
      [at(12)]: [TYPO],
      [LONG]: [HEAD.length > TAIL.length ? HEAD : TAIL],
      [at(20)]: [JOINED],
      [at(21)]: [JOINED],
    },
  },
}

/** Permalinks: whatever is done to an article of thirty paragraphs, every old id leads to its old wording. */
export function describeEdits(name: string, open: () => Promise<EngineUnderTest>): void {
  describe(`${name} keeps what was cited when`, () => {
    let under: EngineUnderTest

    beforeAll(async () => {
      under = await open()
    })
    afterAll(async () => {
      await under.dispose()
    })

    it.each(Object.entries(EDITS))('%s', async (edit, { versions, gone }) => {
      const { engine } = under
      const id = `edits-${Object.keys(EDITS).indexOf(edit)}`
      const idOf = new Map<string, string>()
      for (const texts of [TEXTS, ...versions]) {
        const article = analyzedArticle({ id, title: 'Ferry aground', language: 'en', paragraphs: texts })
        for (const { paragraph } of article.paragraphs) idOf.set(paragraph.text, paragraph.id)
        await engine.put([article])
      }

      const ids = [...idOf.values()]
      const stored = await engine.paragraphs({ ids }, NOW)
      expect(stored.map(one => one.id)).toEqual(ids)
      expect(stored.map(one => one.text)).toEqual([...idOf.keys()])
      const retired = stored.filter(one => one.retiredAt !== undefined)
      expect(new Set(retired.map(one => one.text))).toEqual(new Set(Object.keys(gone)))
      for (const one of retired) {
        const heirs = gone[one.text]?.map(text => idOf.get(text)) ?? []
        expect(one.supersededBy, one.text).toBe(heirs[0])
      }
      expect(successorsOfLiving(stored)).toEqual([])
      const last = versions.at(-1) ?? []
      const article = await engine.paragraphs({ articleId: id }, NOW)
      expect(article.filter(one => one.retiredAt === undefined).map(one => [one.position, one.text])).toEqual(
        ['Ferry aground', ...last].map((text, position) => [position, text]),
      )
    })
  })
}

/** What stands in its article took nobody's place twice over: a paragraph that came back forgets who succeeded it. */
const successorsOfLiving = (stored: readonly StoredParagraph[]): string[] =>
  stored.flatMap(({ retiredAt, supersededBy }) =>
    retiredAt === undefined && supersededBy !== undefined ? [supersededBy] : [],
  )
