import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { GoldArticle } from './quotes-judge.ts'

/**
 * Chinese dialogue, since no free Chinese news with speakers was found: “A Chinese Dataset for Identifying Speakers in
 * Novels” (Chen et al. 2019). Taken are the instances whose speaker is named beside a verb of speech (`explicit`),
 * of `part` (`dev`, `train`): 21 lines, of which the eleventh is the quote in question.
 */
export function readChineseNovel(folder: string, part: string): GoldArticle[] {
  const aliases = readFileSync(join(folder, 'name_list.txt'), 'utf8')
    .split('\n')
    .map(line => line.trim().split(' ').slice(1))
  const instances = readFileSync(join(folder, part, `${part}_explicit.txt`), 'utf8').split(/\r?\n\r?\n/u)
  return instances.flatMap(instance => {
    const lines = instance.trim().split(/\r?\n/u)
    const quote = /^“([^“”]+)”$/u.exec(lines[11]?.trim() ?? '')?.[1]
    const speaker = /^Speaker: (.+)$/mu.exec(instance)?.[1]?.trim()
    if (quote === undefined || speaker === undefined) return []
    // Its sentences were cut off from the quotes that they bring in; a novel prints both in one paragraph.
    const [before, after] = [lines[10]?.trim() ?? '', lines[12]?.trim() ?? '']
    const [lead, rest] = [/[:：]$/u.test(before) ? before : '', after.startsWith('“') ? '' : after]
    const names = (aliases.find(names => names.includes(speaker)) ?? [speaker]).filter(
      name => name.length > 1,
    )
    if (!names.some(name => (lead === '' ? rest : lead).includes(name))) return []
    const start = lead.length + 1
    const place = { start, end: start + quote.length }
    const said = { verb: '', relation: 'annotated', names, subject: names.join(' ') }
    const gold = { sentence: lines[0] ?? '', kind: 'direct' as const, ...place, ...said }
    const text = `${lead}“${quote}”${lead === '' ? rest : ''}`
    return [{ language: 'zh' as const, paragraphs: [{ text, quotes: [gold] }] }]
  })
}
