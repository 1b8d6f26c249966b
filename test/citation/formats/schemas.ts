import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/**
 * Schemas of others, which are not part of the project: `schemas/input/csl-data.json` of citation-style-language/schema and
 * `schemaorg-current-https.jsonld` of schema.org. CITATION_SCHEMAS names the folder they lie in.
 */
const FOLDER = process.env['CITATION_SCHEMAS'] ?? '../shared/schemas'

export const schemaFile = (name: string): string | undefined => {
  const path = `${FOLDER}/${name}`
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}

/** What a citation uses of CSL-JSON 1.0, by its specification. Dates are arrays of numbers, names are literal. */
export const CslItems = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[A-Za-z0-9_-]+$/u),
      type: z.literal('article-newspaper'),
      author: z
        .array(z.strictObject({ literal: z.string().min(1) }))
        .min(1)
        .optional(),
      title: z.string().min(1).optional(),
      'container-title': z.string().min(1),
      issued: z
        .strictObject({
          'date-parts': z.array(z.tuple([z.int(), z.int().min(1).max(12), z.int().min(1).max(31)])).length(1),
        })
        .optional(),
      URL: z.url().optional(),
      language: z.string().min(2).optional(),
      annote: z.string().min(1),
      note: z.string().min(1).optional(),
    }),
  )
  .length(1)

const Person = z.strictObject({ '@type': z.literal('Person'), name: z.string().min(1) })
const instant = z.iso.datetime()

/** What a citation uses of schema.org, by the pages of its types. */
export const Quotation = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Quotation'),
  '@id': z.url().optional(),
  url: z.url().optional(),
  text: z.string().min(1),
  inLanguage: z.string().min(2).optional(),
  creditText: z.string().min(1).optional(),
  spokenByCharacter: z
    .union([
      Person,
      z.strictObject({
        '@type': z.literal('Role'),
        description: z.string().min(1),
        spokenByCharacter: Person,
      }),
    ])
    .optional(),
  expires: instant.optional(),
  creativeWorkStatus: z.literal('Retired').optional(),
  isPartOf: z.strictObject({
    '@type': z.literal('NewsArticle'),
    headline: z.string().min(1).optional(),
    author: z.array(Person).min(1).optional(),
    publisher: z.strictObject({ '@type': z.literal('Organization'), name: z.string().min(1) }),
    datePublished: instant.optional(),
    inLanguage: z.string().min(2).optional(),
    url: z.url().optional(),
  }),
})

type Term = { readonly '@id': string; readonly [key: string]: unknown }

const idsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(
    (one: unknown) => (one as { '@id': string })['@id'],
  )

/** Says of a node what the vocabulary of schema.org does not know: types, and properties that its type does not have. */
export function createVocabulary(jsonld: string): (node: unknown) => string[] {
  const { '@graph': graph } = JSON.parse(jsonld) as { '@graph': Term[] }
  const terms = new Map(graph.map(term => [term['@id'], term]))
  const ancestors = (type: string): string[] => [
    type,
    ...idsOf(terms.get(type)?.['rdfs:subClassOf']).flatMap(ancestors),
  ]
  const wrongIn = (node: unknown): string[] => {
    if (Array.isArray(node)) return node.flatMap(wrongIn)
    if (typeof node !== 'object' || node === null) return []
    const { '@type': name, ...properties } = node as Record<string, unknown>
    const type = `schema:${String(name)}`
    if (!terms.has(type)) return [`no type ${type}`]
    const types = ancestors(type)
    return Object.entries(properties).flatMap(([property, value]) => {
      if (property.startsWith('@')) return []
      const term = terms.get(`schema:${property}`)
      const domains = idsOf(term?.['schema:domainIncludes'])
      // a Role repeats the property that it qualifies
      const isKnown = name === 'Role' ? term !== undefined : domains.some(domain => types.includes(domain))
      return [
        ...(isKnown ? [] : [`${type} has no ${property}`]),
        ...wrongIn(value),
        ...wrongRange(term, value),
      ]
    })
  }
  const wrongRange = (term: Term | undefined, value: unknown): string[] => {
    const ranges = idsOf(term?.['schema:rangeIncludes'])
    const values = Array.isArray(value) ? value : [value]
    return values.flatMap((one: unknown) => {
      if (typeof one === 'string')
        return ranges.some(range => TEXTUAL.has(range)) ? [] : [`${String(term?.['@id'])} is no text`]
      const type = `schema:${String((one as Record<string, unknown>)['@type'])}`
      // a Role stands wherever what it qualifies may stand
      if (type === 'schema:Role') return []
      return ancestors(type).some(known => ranges.includes(known))
        ? []
        : [`${String(term?.['@id'])} is no ${type}`]
    })
  }
  return wrongIn
}

const TEXTUAL = new Set(['schema:Text', 'schema:URL', 'schema:DateTime', 'schema:Date'])
