import { groupBy } from './group-by.ts'
import { percent } from './language-measure.ts'
import type { Judged, JudgedName } from './quotes-judge.ts'
import type { SeedQuote } from './quotes-seeds.ts'
import { isKindRight, isSeedSpeakerRight, isWronglyMarked } from './quotes-seeds.ts'

const SURE = 0.9

const share = (of: readonly Judged[], isRight: (judged: Judged) => boolean): string =>
  percent({ right: of.filter(isRight).length, of: of.length }).replace(' %', '')

const isExact = (judged: Judged) => judged.isExact
const isSpeech = (judged: Judged) => judged.isSpeech
const isRight = (judged: Judged) => judged.isSpeakerRight
const isClean = (judged: Judged) => judged.isSpeakerClean

const isSure = ({ found }: Judged) => found?.speakerText !== undefined && found.confidence >= SURE

/**
 * A piece of the narrator's own sentence rather than an utterance: it begins in lower case, or is no whole sentence and
 * has three words at most (six characters, where words are not parted).
 */
const isPiece = ({ gold, text }: Judged) => {
  const said = text.slice(gold.start, gold.end)
  const isShort = UNSPACED.test(said) ? said.length <= 6 : said.split(' ').length <= 3
  return /^[^\p{L}]*\p{Ll}/u.test(said) || (isShort && !/[.!?…。！？]$/u.test(said))
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

export function languageTable(judged: readonly Judged[]): string {
  const languages = [...new Set(judged.map(({ language }) => language))].sort()
  const groups: (readonly [string, readonly Judged[]])[] = [
    ...languages.map(
      tag => [tag as string, judged.filter(({ language }) => language === tag)] as [string, Judged[]],
    ),
    ['**all**', judged],
    ['dash dialogue', judged.filter(({ gold }) => gold.kind === 'dash')],
    ['utterances in marks', judged.filter(one => one.gold.kind !== 'dash' && !isPiece(one))],
    ['pieces in marks', judged.filter(one => one.gold.kind !== 'dash' && isPiece(one))],
  ]
  const columns = [
    '',
    'quotes',
    'boundaries',
    'is speech',
    'speaker',
    'and no word more',
    '≥ 0.9 given',
    'right',
  ]
  return table(
    columns,
    groups
      .filter(([, of]) => of.length > 0)
      .map(([name, of]) => {
        const sure = of.filter(isSure)
        const tests = [isExact, isSpeech, isRight, isClean]
        const shares = tests.map(test => share(of, test))
        return [name, String(of.length), ...shares, String(sure.length), share(sure, isRight)]
      }),
  )
}

const FEWEST = 5

/** Every language counts alike, those with fewer than five quotes apart: a large treebank says no more than a small one. */
export function languageMean(judged: readonly Judged[]): string {
  const large = [...groupBy(judged, ({ language }) => language).values()].filter(of => of.length >= FEWEST)
  const mean = (isRight: (judged: Judged) => boolean) =>
    large.reduce((sum, of) => sum + of.filter(isRight).length / of.length, 0) / large.length
  const [exact, right] = [isExact, isRight].map(test => (100 * mean(test)).toFixed(2))
  return `mean of ${String(large.length)} languages with ${String(FEWEST)} quotes or more: boundaries ${String(exact)}, speaker ${String(right)}`
}

export function nameTable(names: readonly JudgedName[]): string {
  const languages = groupBy(names, ({ language }) => language)
  const rows: (readonly [string, readonly JudgedName[]])[] = [...languages, ['**all**', names]]
  const isSure = ({ found }: JudgedName) => found?.speakerText !== undefined && found.confidence >= SURE
  return table(
    ['', 'names in marks', 'taken for speech', 'said by somebody, ≥ 0.9'],
    rows.map(([language, of]) => {
      const taken = of.filter(({ isSpeech }) => isSpeech)
      return [language, ...[of, taken, taken.filter(isSure)].map(({ length }) => String(length))]
    }),
  )
}

export const nameErrorLines = (names: readonly JudgedName[]): string[] =>
  names
    .filter(({ isSpeech }) => isSpeech)
    .map(
      ({ text, start, end, found }) =>
        `a name taken for speech: ${found?.rule ?? '–'} ${String(found?.confidence)} “${found?.speakerText ?? '–'}”\n  ${around(text, start, end)}`,
    )

const around = (text: string, start: number, end: number): string =>
  `${text.slice(Math.max(0, start - 200), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 200)}`

export function ruleTable(judged: readonly Judged[]): string {
  const rules = groupBy(judged, ({ found }) => found?.rule ?? (found === undefined ? 'not found' : 'no rule'))
  const rows = [...rules].sort(([, a], [, b]) => b.length - a.length)
  return table(
    ['rule', 'quotes', 'speaker', 'mean confidence'],
    rows.map(([rule, of]) => {
      const mean = of.reduce((sum, { found }) => sum + (found?.confidence ?? 0), 0) / of.length
      return [rule, String(of.length), share(of, isRight), (100 * mean).toFixed(0)]
    }),
  )
}

const CONFIDENCES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01]

/** Only where a speaker is given: without one, the confidence is that of the kind. */
export function calibrationTable(judged: readonly Judged[]): string {
  const given = judged.filter(({ found }) => found?.speakerText !== undefined)
  const rows = CONFIDENCES.slice(1).map((below, index) => {
    const from = CONFIDENCES[index] ?? 0
    const of = given.filter(
      ({ found }) => (found?.confidence ?? 0) >= from && (found?.confidence ?? 0) < below,
    )
    return [`${String(from)} to ${String(Math.min(below, 1))}`, String(of.length), share(of, isRight)]
  })
  return table(['confidence', 'speakers given', 'right'], rows)
}

export function errorLines(judged: readonly Judged[]): string[] {
  return judged
    .filter(one => !one.isExact || !one.isSpeech || !one.isSpeakerRight)
    .map(({ gold, text, found, isExact, isSpeech, isSpeakerRight }) => {
      const wrong = [isExact ? '' : 'boundaries', isSpeech ? '' : 'kind', isSpeakerRight ? '' : 'speaker']
      const got =
        found === undefined
          ? 'not found'
          : `${found.kind} ${found.rule ?? '–'} ${String(found.confidence)} “${found.speakerText ?? '–'}”${isExact ? '' : ` ⟦${found.text}⟧`}`
      return `${wrong.filter(Boolean).join(', ')}\n  ${around(text, gold.start, gold.end)}\n  wanted “${gold.subject}” {${gold.names.join(', ')}}, got ${got}`
    })
}

export function seedErrorLines(quotes: readonly SeedQuote[]): string[] {
  return quotes
    .filter(
      one => isWronglyMarked(one) || one.found === undefined || !isKindRight(one) || !isSeedSpeakerRight(one),
    )
    .map(({ paragraph, expected, found }) => {
      const place = `${paragraph.articleId}#${String(paragraph.position)} ${paragraph.language}`
      const wanted = expected ? `${expected.kind} “${expected.text}” ${expected.speaker ?? '–'}` : 'nothing'
      const got = found
        ? `${found.kind} “${found.text}” ${found.speaker ?? '–'} ← ${found.speakerText ?? '–'} ${found.rule ?? ''} ${String(found.confidence)}`
        : 'nothing'
      return `${place}\n  wanted ${wanted}\n  got    ${got}`
    })
}

/** In Markdown, so that it can go into `quotes.md`. */
function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, column) =>
    Math.max(name.length, ...rows.map(row => (row[column] ?? '').length), 3),
  )
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  const rule = `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`
  return [line(columns), rule, ...rows.map(line)].join('\n')
}
