import { plugins } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { asBibtex } from '../../../src/citation/formats/as-bibtex.ts'
import { asCslJson } from '../../../src/citation/formats/as-csl-json.ts'
import { asJsonLd } from '../../../src/citation/formats/as-json-ld.ts'
import { asRis } from '../../../src/citation/formats/as-ris.ts'
import type { Citation } from '../../../src/citation/formats/citation.ts'
import { citationOf, HOSTILE, quotesIn } from './cited-paragraph.ts'
import { readRis } from './read-ris.ts'
import { createVocabulary, CslItems, Quotation, schemaFile } from './schemas.ts'

// teaches citation-js to read BibTeX
await import('@citation-js/plugin-bibtex')

const permalink = 'https://sok.example/p/ferry-0123456789'
const spoken = quotesIn(HOSTILE.text, {
  text: '100 % of {all} #1 \\commands & <b>tags</b>, _yes_ — $5 ~ ^',
  speaker: 'Per {V} Vik',
  confidence: 0.4,
})
const BARE = { title: null, author: [], publishedAt: null, url: null, articleLanguage: 'und' } as const

/** Every field known and full of characters that mean something; hardly any known; gone; in other scripts. */
const CITATIONS: readonly (readonly [name: string, citation: Citation])[] = [
  ['hostile', citationOf({ quotes: spoken }, { selection: { kind: 'quote', number: 0 }, permalink })],
  ['bare', citationOf(BARE)],
  ['gone', citationOf({ retiredAt: '2019-01-02T03:04:05Z' }, { permalink })],
  [
    'of a sure speaker',
    citationOf(
      { quotes: spoken.map(quote => ({ ...quote, confidence: 0.9 })), publishedAt: '0985-01-09T00:00:00Z' },
      { selection: { kind: 'quote', number: 0 } },
    ),
  ],
  [
    'Japanese',
    citationOf({
      text: '「引き返します」と田中港長は述べた。',
      language: 'ja',
      articleLanguage: 'ja',
      title: '帆走船、座礁',
      source: '港新聞',
      author: ['田中 花子'],
      publishedAt: '1950-12-31T23:59:59Z',
    }),
  ],
]

type Item = z.infer<typeof CslItems>[number]
const itemOf = (citation: Citation): Item => CslItems.parse(JSON.parse(asCslJson(citation)))[0] as Item

describe('CSL-JSON', () => {
  it.each(CITATIONS)('is valid by its specification (%s)', (_, citation) => {
    const { success, error } = CslItems.safeParse(JSON.parse(asCslJson(citation)))
    expect(error?.issues ?? []).toEqual([])
    expect(success).toBe(true)
  })

  const schema = schemaFile('csl-data.json')
  const againstSchema = it.skipIf(schema === undefined)
  againstSchema.each(CITATIONS)('is valid by its JSON schema, where that is there (%s)', (_, citation) => {
    const Items = z.fromJSONSchema(JSON.parse(schema ?? '') as Parameters<typeof z.fromJSONSchema>[0])
    expect(Items.safeParse([{ id: 'a', type: 'no such type' }]).success).toBe(false)
    expect(Items.safeParse(JSON.parse(asCslJson(citation))).error?.issues ?? []).toEqual([])
  })

  it('says what was published, letter for letter, and nothing that is unknown', () => {
    const [[, hostile], [, bare]] = CITATIONS as [(typeof CITATIONS)[number], (typeof CITATIONS)[number]]
    const item = itemOf(hostile)
    expect(item.title).toBe(HOSTILE.title)
    expect(item.author?.map(({ literal }) => literal)).toEqual(HOSTILE.author)
    expect(item.annote).toBe(
      '“100 % of {all} #1 \\commands & <b>tags</b>, _yes_ — $5 ~ ^” — probably Per {V} Vik https://sok.example/p/ferry-0123456789',
    )
    expect(Object.keys(itemOf(bare)).sort()).toEqual(['annote', 'container-title', 'id', 'type'])
  })
})

describe('RIS', () => {
  it.each(CITATIONS)('is read back to the same fields (%s)', (_, citation) => {
    const fields = readRis(asRis(citation))
    const item = itemOf(citation)
    const [year, month, day] = item.issued?.['date-parts'][0] ?? []
    expect([...fields.keys()][0]).toBe('TY')
    expect([...fields.keys()].at(-1)).toBe('ER')
    expect({
      id: fields.get('ID')?.[0],
      type: fields.get('TY')?.[0],
      author: fields.get('AU'),
      title: fields.get('TI')?.[0],
      source: fields.get('T2')?.[0],
      year: fields.get('PY')?.[0],
      date: fields.get('DA')?.[0]?.split('/').map(Number),
      url: fields.get('UR')?.[0],
      language: fields.get('LA')?.[0],
      notes: fields.get('N1'),
    }).toEqual({
      id: item.id,
      type: 'NEWS',
      author: item.author?.map(({ literal }) => literal),
      title: item.title,
      source: item['container-title'],
      year: year?.toString().padStart(4, '0'),
      // the specification ends a date with a slash behind which other words may stand
      date: year === undefined ? undefined : [year, month, day, 0],
      url: item.URL,
      language: item.language,
      notes: [item.annote, ...(item.note === undefined ? [] : [item.note])],
    })
  })
})

describe('BibTeX', () => {
  it.each(CITATIONS)('is read back by citation-js to the same fields (%s)', (_, citation) => {
    const [read] = plugins.input.chain(asBibtex(citation), { generateGraph: false }) as [
      Record<string, unknown>,
    ]
    const { id, type: __, annote, ...item } = itemOf(citation)
    const { author, issued, 'citation-key': key, type: ___, annote: annotation, ...others } = read
    expect(key).toBe(id)
    expect(annotation).toBe(annote)
    // citation-js gives a name in braces as a family name alone, and a day as parts of a date
    expect((author as { family: string }[] | undefined)?.map(({ family }) => family)).toEqual(
      item.author?.map(({ literal }) => literal),
    )
    expect((issued as Item['issued'])?.['date-parts']).toEqual(item.issued?.['date-parts'])
    const { author: ____, issued: _____, URL: url, ...rest } = item
    expect(others['URL']).toBe(url?.replaceAll('{', '%7B').replaceAll('}', '%7D'))
    expect(others).toMatchObject(rest)
  })

  it('has one entry, whose braces are balanced, with no command that was not written here', () => {
    const bibtex = asBibtex((CITATIONS[0] as (typeof CITATIONS)[number])[1])
    let depth = 0
    for (const character of bibtex) {
      if (character === '{') depth++
      if (character === '}') depth--
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
    expect(bibtex.match(/@/gu)).toHaveLength(1)
    expect(new Set(bibtex.match(/\\[A-Za-z]+/gu))).toEqual(
      new Set([
        '\\textbraceleft',
        '\\textbraceright',
        '\\textbackslash',
        '\\textasciitilde',
        '\\textasciicircum',
      ]),
    )
  })
})

describe('JSON-LD', () => {
  it.each(CITATIONS)('is a schema.org/Quotation (%s)', (_, citation) => {
    expect(Quotation.safeParse(JSON.parse(asJsonLd(citation))).error?.issues ?? []).toEqual([])
  })

  const vocabulary = schemaFile('schemaorg.jsonld')
  const againstVocabulary = it.skipIf(vocabulary === undefined)
  againstVocabulary.each(CITATIONS)(
    'uses types and properties as schema.org defines them, where that is there (%s)',
    (_, citation) => {
      const wrongIn = createVocabulary(vocabulary ?? '')
      expect(wrongIn({ '@type': 'Quotation', headlin: 'x', isPartOf: { '@type': 'Nothing' } })).toHaveLength(
        4,
      )
      expect(wrongIn(JSON.parse(asJsonLd(citation)))).toEqual([])
    },
  )

  it('never says flatly that somebody spoke who only probably did', () => {
    const read = (citation: Citation) => Quotation.parse(JSON.parse(asJsonLd(citation))).spokenByCharacter
    const [hostile, , , sure] = CITATIONS.map(([, citation]) => citation)
    expect(hostile && read(hostile)).toEqual({
      '@type': 'Role',
      description: 'probably Per {V} Vik',
      spokenByCharacter: { '@type': 'Person', name: 'Per {V} Vik' },
    })
    expect(sure && read(sure)).toEqual({ '@type': 'Person', name: 'Per {V} Vik' })
  })

  it('can stand in a page', () => {
    expect(asJsonLd(citationOf({ text: '</script><script>alert(1)</script>' }))).not.toContain('<')
  })
})
